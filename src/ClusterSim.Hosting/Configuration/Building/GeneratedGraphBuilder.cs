using ClusterSim.Core.Units;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Network.Graphs;
using ClusterSim.Network.Options;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>Checks what a graph is generated from, and generates it.</summary>
internal sealed class GeneratedGraphBuilder(SectionValues graph, ReadContext context)
{
    private static readonly Setting[] Keys = [.. GraphSettings.Counts, GraphSettings.Sizes, GraphSettings.OuterBandwidth, GraphSettings.OuterLatency];

    /// <summary>The graph; null if anything is wrong with it.</summary>
    public NetworkGraph? Build()
    {
        if (!graph.TryGet(GraphSettings.Generate, out var generator))
        {
            return null;
        }

        var before = context.Mistakes;
        CheckKeys(generator);
        if (context.Mistakes != before || !graph.IsSound)
        {
            return null;
        }

        var parameters = Parameters();
        var why = generator.WhyNot(parameters) ?? WhyTooMany(generator.DeviceCount(parameters));
        if (why is not null)
        {
            context.Refuse(graph.Place.ToString(), why);
            return null;
        }

        var built = generator.Generate(parameters);
        if (built.Npus.Count < 2)
        {
            context.Refuse(graph.Place.ToString(), "This graph has one NPU, which has nobody to talk to: give larger numbers.");
            return null;
        }

        return built;
    }

    private void CheckKeys(IGraphGenerator generator)
    {
        foreach (var setting in Keys)
        {
            var isGiven = graph.NodeOf(setting) is not null;
            if (!isGiven && generator.Required.Contains(setting.Key))
            {
                context.Refuse(graph.Place.ToString(), $"{setting.Key} is missing: give {setting.Kind.Allowed}.", setting.Help);
            }
            else if (isGiven && !Takes(generator, setting))
            {
                var taken = Keys.Where(key => Takes(generator, key)).Select(key => key.Key);
                context.Refuse(
                    graph.PlaceOf(setting).ToString(),
                    $"{setting.Key} means nothing for {generator.Name}.",
                    $"It takes {string.Join(", ", taken)}, bandwidth and latency.");
            }
        }
    }

    private static bool Takes(IGraphGenerator generator, Setting setting) =>
        generator.Required.Contains(setting.Key) || generator.Optional.Contains(setting.Key)
        || (generator.HasOuterLinks && (setting == GraphSettings.OuterBandwidth || setting == GraphSettings.OuterLatency));

    private GraphParameters Parameters()
    {
        var inner = new LinkTerms(Bandwidth.OfLink(graph.Get(GraphSettings.Bandwidth)), graph.Get(GraphSettings.Latency));
        var outer = new LinkTerms(
            graph.TryGet(GraphSettings.OuterBandwidth, out var bandwidth) ? Bandwidth.OfLink(bandwidth) : inner.Bandwidth,
            graph.TryGet(GraphSettings.OuterLatency, out var latency) ? latency : inner.LatencyNs);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var setting in GraphSettings.Counts)
        {
            if (graph.TryGet(setting, out var count))
            {
                counts.Add(setting.Key, (int)count);
            }
        }

        return new GraphParameters(counts, graph.TryGet(GraphSettings.Sizes, out var sizes) ? [.. sizes.Select(size => (int)size)] : [], inner, outer);
    }

    private static string? WhyTooMany(double devices) => devices <= GraphSettings.MostDevices
        ? null
        : $"This graph has {NumberText.Of(devices)} NPUs and switches: give numbers that make at most {NumberText.Of(GraphSettings.MostDevices)}.";
}
