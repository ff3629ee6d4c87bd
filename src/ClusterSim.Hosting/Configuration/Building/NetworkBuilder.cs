using ClusterSim.Core.Units;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Network.Options;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>Checks what concerns several keys of a network, and builds it.</summary>
internal sealed class NetworkBuilder
{
    private readonly SectionValues network;
    private readonly ReadContext context;
    private readonly NetworkGraph? graph;

    public NetworkBuilder(SectionValues network, ReadContext context)
    {
        this.network = network;
        this.context = context;
        if (network.TryGet(NetworkSettings.NpusCount, out var counts))
        {
            DimensionCount = counts.Count;
            NpuCount = Product(counts);
        }
        else if (network.TryGet(NetworkSettings.Graph, out var values) && GraphBuilder.Build(values, context) is { } built)
        {
            graph = built;
            NpuCount = built.Npus.Count;
            DimensionCount = network.TryGet(NetworkSettings.Dimensions, out var dimensions) ? dimensions.Count : 1;
        }
    }

    /// <summary>How many dimensions there are; null if that is not known.</summary>
    public int? DimensionCount { get; }

    /// <summary>How many NPUs there are; null if that is not known.</summary>
    public int? NpuCount { get; }

    /// <summary>The network; null if anything is wrong with it.</summary>
    public NetworkOptions? Build(NetworkBackend backend)
    {
        var before = context.Mistakes;
        CheckBackend(backend);
        var options = network.Section == NetworkSettings.OfGraph ? OfGraph(backend) : OfDimensions(backend);
        if (options is null)
        {
            return null;
        }

        var changes = new LinkEventBuilder(network, context).Build(options);
        return context.Mistakes == before && network.IsSound ? options with { Changes = changes } : null;
    }

    private NetworkOptions? OfDimensions(NetworkBackend backend)
    {
        if (!CheckLengths()
            || NpuCount is null
            || !network.TryGet(NetworkSettings.Topology, out var topologies)
            || !network.TryGet(NetworkSettings.Bandwidth, out var bandwidths)
            || !network.TryGet(NetworkSettings.Latency, out var latencies))
        {
            return null;
        }

        var counts = network.Get(NetworkSettings.NpusCount);
        var dimensions = new DimensionOptions[counts.Count];
        for (var i = 0; i < dimensions.Length; i++)
        {
            dimensions[i] = new(topologies[i], (int)counts[i], Bandwidth.OfLink(bandwidths[i]), latencies[i]);
        }

        return new(dimensions, backend);
    }

    private NetworkOptions? OfGraph(NetworkBackend backend)
    {
        if (graph is null)
        {
            return null;
        }

        int[] shape = network.TryGet(NetworkSettings.Dimensions, out var sizes) ? [.. sizes.Select(size => (int)size)] : [graph.Npus.Count];
        CheckShape(shape, graph.Npus.Count);
        return new([], backend)
        {
            Graph = new(
                graph,
                shape,
                network.Get(NetworkSettings.Weight).Value,
                network.Get(NetworkSettings.EqualWays).Value,
                network.Get(NetworkSettings.Seed)),
        };
    }

    private int? Product(IReadOnlyList<long> counts)
    {
        // Each count is at most the limit, so the product of the one before and the next fits 63 bits.
        long product = 1;
        for (var i = 0; i < counts.Count; i++)
        {
            product *= counts[i];
            if (product > NetworkSettings.MostNpus)
            {
                context.Refuse(
                    network.PlaceOf(NetworkSettings.NpusCount).ToString(),
                    $"{string.Join(" x ", counts)} are more NPUs than {NumberText.Of(NetworkSettings.MostNpus)}, the most allowed.");
                return null;
            }
        }

        return (int)product;
    }

    private void CheckShape(int[] shape, int npus)
    {
        // In doubles, since nothing bounds the product.
        if (shape.Aggregate(1.0, (product, size) => product * size) != npus)
        {
            context.Refuse(
                network.PlaceOf(NetworkSettings.Dimensions).ToString(),
                $"{string.Join(" x ", shape)} are not the {npus} NPUs of the graph.",
                $"Give sizes whose product is {npus}.");
        }
    }

    private bool CheckLengths()
    {
        var lists = network.Section.Settings.Where(setting => setting != NetworkSettings.Events && network.NodeOf(setting) is ListNode).ToArray();
        if (lists.All(setting => Length(setting) == Length(lists[0])))
        {
            return true;
        }

        context.Refuse(
            network.Place.ToString(),
            $"The lists differ in length: {string.Join(", ", lists.Select(setting => $"{setting.Key} has {Length(setting)}"))}.",
            "Give each one entry a dimension.");
        return false;
    }

    private int? Length(Setting setting) => (network.NodeOf(setting) as ListNode)?.Items.Count;

    private void CheckBackend(NetworkBackend backend)
    {
        const string Remedy = "Use the backend congestion-aware.";
        if (backend == NetworkBackend.CongestionAware)
        {
            return;
        }

        if (network.NodeOf(NetworkSettings.Graph) is not null)
        {
            context.Refuse(network.PlaceOf(NetworkSettings.Graph).ToString(), "The backend congestion-unaware knows no graphs.", Remedy);
        }

        if (network.NodeOf(NetworkSettings.Events) is not null)
        {
            context.Refuse(network.PlaceOf(NetworkSettings.Events).ToString(), "The backend congestion-unaware knows no events of links.", Remedy);
        }
    }
}
