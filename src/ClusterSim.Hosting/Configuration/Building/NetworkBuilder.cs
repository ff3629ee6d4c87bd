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

    public NetworkBuilder(SectionValues network, ReadContext context)
    {
        this.network = network;
        this.context = context;
        if (network.TryGet(NetworkSettings.NpusCount, out var counts))
        {
            DimensionCount = counts.Count;
            NpuCount = Product(counts);
        }
    }

    /// <summary>How many dimensions there are; null if that is not known.</summary>
    public int? DimensionCount { get; }

    /// <summary>How many NPUs there are; null if that is not known.</summary>
    public int? NpuCount { get; }

    /// <summary>The network; null if anything is wrong with it.</summary>
    public NetworkOptions? Build(NetworkBackend backend)
    {
        var areEqual = CheckLengths();
        CheckBackend(backend);
        if (!areEqual || !network.IsSound || NpuCount is null)
        {
            return null;
        }

        var topologies = network.Get(NetworkSettings.Topology);
        var counts = network.Get(NetworkSettings.NpusCount);
        var bandwidths = network.Get(NetworkSettings.Bandwidth);
        var latencies = network.Get(NetworkSettings.Latency);
        var dimensions = new DimensionOptions[counts.Count];
        for (var i = 0; i < dimensions.Length; i++)
        {
            dimensions[i] = new(topologies[i], (int)counts[i], Bandwidth.OfLink(bandwidths[i]), latencies[i]);
        }

        return new(dimensions, backend);
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

    private bool CheckLengths()
    {
        var lists = network.Section.Settings.Where(setting => network.NodeOf(setting) is ListNode).ToArray();
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
        if (backend == NetworkBackend.CongestionAware && DimensionCount > 1)
        {
            context.Refuse(
                network.PlaceOf(NetworkSettings.NpusCount).ToString(),
                $"The network has {DimensionCount} dimensions, but the backend congestion-aware takes only one.",
                "Use the backend congestion-unaware, or a network of one dimension.");
        }
    }
}
