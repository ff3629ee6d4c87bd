using ClusterSim.Core.Messages;

namespace ClusterSim.Network.CongestionAware;

/// <summary>What every holder of links does with a chunk.</summary>
internal static class Forwarding
{
    /// <summary>
    /// Sends a chunk over a link. A first-in first-out link knows the arrival when it accepts the chunk; the last one of
    /// the way tells both ends then, so that neither needs to be told without delay later.
    /// </summary>
    public static void Forward(IOutbox holder, LinkNetwork network, ref Link link, int neighbour, in Message chunk)
    {
        var dimension = network.Dimension;
        var delay = link.Accept(holder.Now, chunk.Size, dimension.Bandwidth, dimension.LatencyNs);
        if (chunk.NotifySender && neighbour == chunk.Destination)
        {
            holder.Send(ActorId.OfNpu(chunk.Source), delay, chunk with { Kind = MessageKind.Delivered });
        }

        holder.Send(network.Entrance(neighbour, chunk.Destination), delay, in chunk);
    }
}
