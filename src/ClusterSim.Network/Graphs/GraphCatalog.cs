using ClusterSim.Network.Graphs.Dragonfly;
using ClusterSim.Network.Graphs.FatTree;
using ClusterSim.Network.Graphs.RailOptimised;
using ClusterSim.Network.Graphs.Torus;

namespace ClusterSim.Network.Graphs;

/// <summary>The generators of graphs there are. Adding one means one folder beside this file and one line in it.</summary>
public static class GraphCatalog
{
    private static readonly IGraphGenerator[] All =
        [new FatTreeGenerator(), new TorusGenerator(), new DragonflyGenerator(), new RailOptimisedGenerator()];

    /// <summary>The names in network files.</summary>
    public static IEnumerable<string> Names => All.Select(generator => generator.Name);

    /// <summary>The generator of a name, or null.</summary>
    public static IGraphGenerator? Find(string name) => Array.Find(All, generator => generator.Name == name);
}
