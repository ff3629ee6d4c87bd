namespace ClusterSim.Core.Collectives;

/// <summary>
/// A way to run collectives among ranks that all reach each other. Built-in algorithms and plug-ins implement it alike.
/// Implementations hold no state of a simulation: one object serves all NPUs.
/// </summary>
public interface ICollectiveAlgorithm
{
    /// <summary>The name in results, parameters included: <c>direct4</c>.</summary>
    string Name { get; }

    /// <summary>Why the algorithm cannot run a kind of phase among a number of ranks, in one sentence; null if it can.</summary>
    /// <param name="kind">What the phase does.</param>
    /// <param name="rankCount">How many ranks take part; at least 2.</param>
    /// <param name="isSubgroup">Whether the ranks are a group that does not hold all NPUs.</param>
    string? WhyNot(CollectiveKind kind, int rankCount, bool isSubgroup);

    /// <summary>The behaviour of one phase on one NPU, not yet started.</summary>
    ICollectivePhase CreatePhase(in PhaseContext context);

    /// <summary>How many messages one rank sends in a phase, for estimates.</summary>
    long MessagesPerRank(CollectiveKind kind, int rankCount);
}
