using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;

namespace ClusterSim.Network.Routing;

/// <summary>
/// Dimension-order routing: a chunk first reaches its destination's coordinate in dimension 0, then in dimension 1, and so on, in each as
/// the topology of the dimension forwards. Between dimensions it passes through NPUs. Each chunk has one way, whatever becomes of links.
/// </summary>
internal sealed class DimensionOrder : IRouting
{
    private readonly DimensionGrid grid;

    // The first slot of each dimension by coordinates would need a table; links before it are counted by what topologies say.
    private readonly int[][] linkCounts;

    public DimensionOrder(DimensionGrid grid)
    {
        this.grid = grid;
        linkCounts = [.. grid.Dimensions.Select(dimension =>
            Enumerable.Range(0, dimension.NpuCount).Select(npu => dimension.Topology.LinksFrom(npu, dimension.NpuCount).Count).ToArray())];
    }

    public FlowKind Flows => FlowKind.Destination;

    public bool HasEpochs => false;

    public int EpochAt(SimTime time) => 0;

    public int NextLink(int device, in Message chunk, int epoch)
    {
        if (device >= grid.NpuCount)
        {
            var own = grid.DimensionOf(device);
            var topology = grid.Dimensions[own];
            return topology.Topology.NextLink(grid.LocalOf(device, own), grid.CoordinateOf(chunk.Destination, own), topology.NpuCount);
        }

        var first = 0;
        for (var dimension = 0; dimension < linkCounts.Length; dimension++)
        {
            var from = grid.CoordinateOf(device, dimension);
            var to = grid.CoordinateOf(chunk.Destination, dimension);
            if (from != to)
            {
                return first + grid.Dimensions[dimension].Topology.NextLink(from, to, linkCounts[dimension].Length);
            }

            first += linkCounts[dimension][from];
        }

        return IRouting.NoWay;
    }

    public int Hops(int device, int destination, int epoch) => Hops(grid, device, destination);

    /// <summary>How many links a chunk crosses from one NPU to another.</summary>
    public static int Hops(DimensionGrid grid, int source, int destination)
    {
        var hops = 0;
        for (var number = 0; number < grid.Dimensions.Count; number++)
        {
            var dimension = grid.Dimensions[number];
            var (from, to) = (grid.CoordinateOf(source, number), grid.CoordinateOf(destination, number));
            hops += from == to ? 0 : dimension.Topology.Hops(from, to, dimension.NpuCount);
        }

        return hops;
    }
}
