using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Chakra;

/// <summary>What a trace file holds, whichever NPU replays it.</summary>
internal sealed class TraceContent
{
    /// <summary>The nodes; null if they cannot all be read. Where there are problems, only its nodes mean something.</summary>
    public ExecutionGraph? Graph { get; init; }

    /// <summary>The NPUs that its sends and receives name.</summary>
    public RankReferences References { get; init; } = new();

    /// <summary>What is wrong with it. Later checks add to it.</summary>
    public required TraceProblems Problems { get; init; }

    /// <summary>Whether all process groups that the file defines are known: they are not if it breaks off, or a definition is wrong.</summary>
    public bool HasAllGroups { get; init; }
}
