using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.Guards;

/// <summary>An algorithm of a plug-in, whose phases are watched.</summary>
/// <param name="algorithm">The plug-in's.</param>
/// <param name="name">What it is called in results.</param>
/// <param name="title">What it is called in messages.</param>
internal sealed class GuardedAlgorithm(ICollectiveAlgorithm algorithm, string name, string title) : ICollectiveAlgorithm
{
    public string Name => name;

    public string? WhyNot(CollectiveKind kind, int rankCount, bool isSubgroup)
    {
        try
        {
            return algorithm.WhyNot(kind, rankCount, isSubgroup);
        }
        catch (Exception error)
        {
            return $"{title} threw {error.GetType().Name} when it was asked whether it can run {kind} among {rankCount} ranks: {error.Message}";
        }
    }

    public ICollectivePhase CreatePhase(in PhaseContext context)
    {
        try
        {
            return new GuardedPhase(algorithm.CreatePhase(in context), context, title);
        }
        catch (Exception error)
        {
            throw new CollectiveMistakeException($"{title} threw {error.GetType().Name} when a phase was to be made: {error.Message}", error);
        }
    }

    // Only estimates ask.
    public long MessagesPerRank(CollectiveKind kind, int rankCount)
    {
        try
        {
            return Math.Max(0, algorithm.MessagesPerRank(kind, rankCount));
        }
        catch (Exception)
        {
            return 0;
        }
    }
}
