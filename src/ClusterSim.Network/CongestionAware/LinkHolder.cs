using System.Runtime.CompilerServices;
using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Actors;

namespace ClusterSim.Network.CongestionAware;

/// <summary>What every actor that holds links does with a chunk.</summary>
internal abstract class LinkHolder : SimActor
{
    /// <summary>What waited for each link, by its place among those of the actor; null, or empty places: nothing did, or it is not recorded.</summary>
    protected LinkQueue?[]? Queues { get; private set; }

    /// <summary>How many links there are.</summary>
    protected abstract int LinkCount { get; }

    /// <summary>
    /// Sends a chunk over a link, if it is free or not. A first-in first-out link knows the arrival when it accepts the chunk.
    /// </summary>
    /// <param name="link">The link.</param>
    /// <param name="place">Its place among those of the actor.</param>
    /// <param name="transfer">What the chunk takes of it.</param>
    /// <returns>How long from now until the chunk has arrived.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected SimDuration Accept(ref Link link, int place, in Transfer transfer)
    {
        var delay = link.Accept(Now, in transfer);
        if (delay > transfer.Duration && Recorder is not null)
        {
            CountWaiting(place, Now + (delay - transfer.Duration));
        }

        return delay;
    }

    /// <summary>
    /// Tells the far end of a link of a chunk. The last link of the way tells the sender, too, so that neither end needs to be told
    /// without delay later.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void Deliver(SimDuration delay, Hop hop, in Message chunk)
    {
        if (hop.IsLast && chunk.NotifySender)
        {
            Send(ActorId.OfNpu(chunk.Source), delay, chunk with { Kind = MessageKind.Delivered });
        }

        Send(hop.Entrance, delay, in chunk);
    }

    private void CountWaiting(int place, SimTime start)
    {
        Queues ??= new LinkQueue?[LinkCount];
        (Queues[place] ??= new LinkQueue()).Add(Now, start);
    }
}
