using System.Globalization;

namespace ClusterSim.Network.Options;

/// <summary>A validated network: what joins the NPUs.</summary>
/// <param name="Dimensions">Dimension 0 varies fastest in the numbering of NPUs. None: the network is a graph.</param>
/// <param name="Backend">Which model prices a message.</param>
public sealed record NetworkOptions(IReadOnlyList<DimensionOptions> Dimensions, NetworkBackend Backend)
{
    /// <summary>Devices and links one by one; null: dimensions say what there is.</summary>
    public GraphOptions? Graph { get; init; }

    /// <summary>What becomes of links in the course of a run; those at the same time in the order in which they apply.</summary>
    public IReadOnlyList<LinkChange> Changes { get; init; } = [];

    /// <summary>The numbers of NPUs in each dimension, as collectives see them.</summary>
    public IReadOnlyList<int> Shape => Graph?.Shape ?? [.. Dimensions.Select(dimension => dimension.NpuCount)];

    /// <summary>The name of a link: <c>link/3->4</c>, <c>link/3->leaf1</c>, <c>switch/0->5</c>, <c>switch/leaf1->spine0</c>.</summary>
    /// <param name="from">The device that it leaves; NPUs first, then switches.</param>
    /// <param name="to">The device that it leads to. Of dimensions, switches are numbered after the NPUs here.</param>
    public string LinkName(int from, int to)
    {
        var npus = NpuCount;
        var start = from < npus ? $"link/{from}" : $"switch/{Graph?.Graph.NameOf(from) ?? Number(from - npus)}";
        return $"{start}->{(to < npus ? Number(to) : Graph?.Graph.NameOf(to) ?? Number(to))}";
    }

    private static string Number(int device) => device.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number of NPUs: the product over all dimensions.</summary>
    public int NpuCount => Graph?.Graph.Npus.Count ?? Dimensions.Aggregate(1, (count, dimension) => count * dimension.NpuCount);
}
