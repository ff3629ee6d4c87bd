using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Network.Options;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>Builds a graph of either form.</summary>
internal static class GraphBuilder
{
    /// <summary>The graph; null if anything is wrong with it.</summary>
    public static NetworkGraph? Build(SectionValues graph, ReadContext context) =>
        graph.Section == GraphSettings.OfGenerator
            ? new GeneratedGraphBuilder(graph, context).Build()
            : new ListedGraphBuilder(graph, context).Build();
}
