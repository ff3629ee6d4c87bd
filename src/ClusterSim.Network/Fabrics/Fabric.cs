using ClusterSim.Network.Options;
using ClusterSim.Network.Routing;

namespace ClusterSim.Network.Fabrics;

/// <summary>The devices and links of a network, and by which of them chunks travel. Immutable, but for what is found out when asked for.</summary>
/// <param name="NpuCount">How many of the devices are NPUs: the first ones.</param>
/// <param name="Devices">All devices.</param>
/// <param name="Routing">By which links chunks travel.</param>
internal sealed record Fabric(int NpuCount, IReadOnlyList<FabricDevice> Devices, IRouting Routing)
{
    public static Fabric Of(NetworkOptions options) => options.Graph is { } graph ? OfGraph(graph, options.Changes) : OfDimensions(options);

    private static Fabric OfDimensions(NetworkOptions options)
    {
        var grid = new DimensionGrid(options.Dimensions);
        var usual = options.Dimensions.Select(dimension => new LinkTimes(dimension.Terms)).ToArray();
        var changes = ByLink(options.Changes);
        var devices = Enumerable.Range(0, grid.DeviceCount).Select(device =>
        {
            var links = grid.LinksFrom(device).ToArray();
            return new FabricDevice(
                grid.NameOf(device),
                DimensionGrid.NumberOf(device),
                [.. links.Select(link => link.To)],
                [.. links.Select(link => changes.TryGetValue((device, link.To), out var own)
                    ? new LinkTimes(usual[link.Dimension].First, own)
                    : usual[link.Dimension])]);
        });
        return new Fabric(grid.NpuCount, [.. devices], new DimensionOrder(grid));
    }

    private static Fabric OfGraph(GraphOptions options, IReadOnlyList<LinkChange> changes)
    {
        var graph = options.Graph;
        var changesOf = ByLink(changes);
        var links = graph.Links.ToLookup(link => link.From);
        var devices = Enumerable.Range(0, graph.DeviceCount).Select(device => new FabricDevice(
            device < graph.Npus.Count ? $"link/{DimensionGrid.NumberOf(device)}" : $"switch/{graph.NameOf(device)}",
            device < graph.Npus.Count ? DimensionGrid.NumberOf(device) : graph.NameOf(device),
            [.. links[device].Select(link => link.To)],
            [.. links[device].Select(link => new LinkTimes(link.Terms, changesOf.GetValueOrDefault((device, link.To), [])))])).ToArray();
        return new Fabric(graph.Npus.Count, devices, new ShortestWays(devices, options));
    }

    private static Dictionary<(int From, int To), LinkChange[]> ByLink(IReadOnlyList<LinkChange> changes) =>
        changes.GroupBy(change => (change.From, change.To)).ToDictionary(link => link.Key, link => link.OrderBy(change => change.At).ToArray());
}
