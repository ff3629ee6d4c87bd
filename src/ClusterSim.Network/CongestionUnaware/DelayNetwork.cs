using ClusterSim.Core.Messages;
using ClusterSim.Core.Networks;
using ClusterSim.Core.Units;
using ClusterSim.Engine;
using ClusterSim.Network.Options;

namespace ClusterSim.Network.CongestionUnaware;

/// <summary>
/// The congestion-unaware network: a message has all links to itself, and takes floor(hops * latency + size / bandwidth)
/// in the first dimension in which its ends differ. It needs no actors, since nothing is shared.
/// </summary>
internal sealed class DelayNetwork : INetwork
{
    private readonly DimensionOptions[] dimensions;

    private DelayNetwork(NetworkOptions options)
    {
        dimensions = [.. options.Dimensions];
    }

    public static DelayNetwork AddTo(SimulationPlan plan, NetworkOptions options)
    {
        foreach (var dimension in options.Dimensions)
        {
            var neighbours = dimension.Topology.Hops(0, 1, dimension.NpuCount);
            plan.LimitLookahead(SimDuration.Floor(neighbours * dimension.LatencyNs));
        }

        return new DelayNetwork(options);
    }

    /// <inheritdoc/>
    public int Inject(IOutbox npu, in Message chunk)
    {
        var source = chunk.Source;
        var destination = chunk.Destination;
        foreach (var dimension in dimensions)
        {
            var (sourceRest, sourceHere) = Math.DivRem(source, dimension.NpuCount);
            var (destinationRest, destinationHere) = Math.DivRem(destination, dimension.NpuCount);
            if (sourceHere != destinationHere)
            {
                var hops = dimension.Topology.Hops(sourceHere, destinationHere, dimension.NpuCount);
                Deliver(npu, SimDuration.Floor(hops * dimension.LatencyNs + dimension.Bandwidth.NsFor(chunk.Size)), in chunk);
                return hops;
            }

            source = sourceRest;
            destination = destinationRest;
        }

        throw new InvalidOperationException($"NPU {chunk.Source} sent a chunk to itself.");
    }

    private static void Deliver(IOutbox npu, SimDuration delay, in Message chunk)
    {
        if (chunk.NotifySender)
        {
            npu.Send(ActorId.OfNpu(chunk.Source), delay, chunk with { Kind = MessageKind.Delivered });
        }

        npu.Send(ActorId.OfNpu(chunk.Destination), delay, in chunk);
    }
}
