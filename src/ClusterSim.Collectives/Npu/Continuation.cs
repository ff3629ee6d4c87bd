using ClusterSim.Collectives.Scheduling;

namespace ClusterSim.Collectives.Npu;

/// <summary>What an NPU does when something that it waits for has come: which of its parts is told, and about what.</summary>
/// <param name="Kind">What follows.</param>
/// <param name="Phase">The phase that is told; null where none is.</param>
/// <param name="Label">The phase's own label, the node, or the number of a pending transfer.</param>
internal readonly record struct Continuation(ContinuationKind Kind, PhaseRun? Phase, int Label)
{
    /// <summary>Nobody waits for it.</summary>
    public static Continuation None => default;

    public static Continuation NodeEnds(int node) => new(ContinuationKind.NodeEnds, null, node);
}
