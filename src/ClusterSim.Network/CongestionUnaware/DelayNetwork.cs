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

    // The coordinate of each NPU in each dimension: a look-up costs less than the divisions, which come with every message.
    private readonly int[][] coordinates;

    private DelayNetwork(NetworkOptions options)
    {
        dimensions = [.. options.Dimensions];
        coordinates = new int[dimensions.Length][];
        for (int dimension = 0, stride = 1; dimension < dimensions.Length; stride *= dimensions[dimension].NpuCount, dimension++)
        {
            coordinates[dimension] = CoordinatesIn(dimensions[dimension].NpuCount, stride, options.NpuCount);
        }
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
        for (var number = 0; number < dimensions.Length; number++)
        {
            var source = coordinates[number][chunk.Source];
            var destination = coordinates[number][chunk.Destination];
            if (source != destination)
            {
                var dimension = dimensions[number];
                var hops = dimension.Topology.Hops(source, destination, dimension.NpuCount);
                Deliver(npu, SimDuration.Floor(hops * dimension.LatencyNs + dimension.Bandwidth.NsFor(chunk.Size)), in chunk);
                return hops;
            }
        }

        throw new InvalidOperationException($"NPU {chunk.Source} sent a chunk to itself.");
    }

    private static int[] CoordinatesIn(int size, int stride, int npuCount) =>
        [.. Enumerable.Range(0, npuCount).Select(npu => npu / stride % size)];

    private static void Deliver(IOutbox npu, SimDuration delay, in Message chunk)
    {
        if (chunk.NotifySender)
        {
            npu.Send(ActorId.OfNpu(chunk.Source), delay, chunk with { Kind = MessageKind.Delivered });
        }

        npu.Send(ActorId.OfNpu(chunk.Destination), delay, in chunk);
    }
}
