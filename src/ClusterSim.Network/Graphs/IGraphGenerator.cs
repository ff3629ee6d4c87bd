using ClusterSim.Network.Options;

namespace ClusterSim.Network.Graphs;

/// <summary>Makes graphs of one shape, of any size. Holds no state.</summary>
public interface IGraphGenerator
{
    /// <summary>The name in network files.</summary>
    string Name { get; }

    /// <summary>The keys of the numbers that it must be given.</summary>
    IReadOnlyList<string> Required { get; }

    /// <summary>The keys of further numbers that it may be given.</summary>
    IReadOnlyList<string> Optional { get; }

    /// <summary>Whether it has links that are called outer.</summary>
    bool HasOuterLinks { get; }

    /// <summary>Why there is no such graph, and what is allowed; null: there is.</summary>
    string? WhyNot(GraphParameters parameters);

    /// <summary>How many devices the graph has; computed so that it cannot overflow.</summary>
    double DeviceCount(GraphParameters parameters);

    /// <summary>The graph, where there is one.</summary>
    NetworkGraph Generate(GraphParameters parameters);
}
