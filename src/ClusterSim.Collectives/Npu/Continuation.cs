namespace ClusterSim.Collectives.Npu;

/// <summary>
/// What an NPU does when something that it waits for has come: which of its parts is told, and about what. Numbers only, so that
/// keeping one costs the garbage collector nothing.
/// </summary>
/// <param name="Kind">What follows.</param>
/// <param name="Phase">The phase that is told, by its number in the NPU's <see cref="PhaseTable"/>; 0 where none is.</param>
/// <param name="Label">The phase's own label, the node, or the number of a pending transfer.</param>
internal readonly record struct Continuation(ContinuationKind Kind, int Phase, int Label)
{
    /// <summary>Nobody waits for it.</summary>
    public static Continuation None => default;

    public static Continuation NodeEnds(int node) => new(ContinuationKind.NodeEnds, 0, node);
}
