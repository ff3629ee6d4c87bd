using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Actors;

namespace ClusterSim.Network.CongestionAware;

/// <summary>What every actor that holds links does with a chunk.</summary>
internal abstract class LinkHolder(LinkNetwork network) : SimActor
{
    // Chunks of one size follow each other, so the last answer is nearly always the next.
    private Transfer last = Transfer.Over(network.Dimension, ByteSize.Zero);

    /// <summary>
    /// Sends a chunk over a link. A first-in first-out link knows the arrival when it accepts the chunk; the last one of
    /// the way tells both ends then, so that neither needs to be told without delay later.
    /// </summary>
    protected void Forward(ref Link link, Hop hop, in Message chunk)
    {
        if (last.Size != chunk.Size)
        {
            last = Transfer.Over(network.Dimension, chunk.Size);
        }

        var delay = link.Accept(Now, in last);
        if (hop.IsLast && chunk.NotifySender)
        {
            Send(ActorId.OfNpu(chunk.Source), delay, chunk with { Kind = MessageKind.Delivered });
        }

        Send(hop.Entrance, delay, in chunk);
    }
}
