using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Actors;

namespace ClusterSim.Network.CongestionAware;

/// <summary>What every actor that holds links does with a chunk.</summary>
internal abstract class LinkHolder(LinkNetwork network) : SimActor
{
    // Chunks of one size follow each other, so the last answer is nearly always the next.
    private Transfer last = Transfer.Over(network.Dimension, ByteSize.Zero);

    /// <summary>What waited for each link, by slot; null, or empty places: nothing did, or it is not recorded.</summary>
    protected LinkQueue?[]? Queues { get; private set; }

    /// <summary>How many links there are.</summary>
    protected abstract int LinkCount { get; }

    /// <summary>
    /// Sends a chunk over a link. A first-in first-out link knows the arrival when it accepts the chunk; the last one of
    /// the way tells both ends then, so that neither needs to be told without delay later.
    /// </summary>
    protected void Forward(ref Link link, int slot, Hop hop, in Message chunk)
    {
        if (last.Size != chunk.Size)
        {
            last = Transfer.Over(network.Dimension, chunk.Size);
        }

        var delay = link.Accept(Now, in last);
        if (delay > last.Duration && Recorder is not null)
        {
            CountWaiting(slot, Now + (delay - last.Duration));
        }

        if (hop.IsLast && chunk.NotifySender)
        {
            Send(ActorId.OfNpu(chunk.Source), delay, chunk with { Kind = MessageKind.Delivered });
        }

        Send(hop.Entrance, delay, in chunk);
    }

    private void CountWaiting(int slot, SimTime start)
    {
        Queues ??= new LinkQueue?[LinkCount];
        (Queues[slot] ??= new LinkQueue()).Add(Now, start);
    }
}
