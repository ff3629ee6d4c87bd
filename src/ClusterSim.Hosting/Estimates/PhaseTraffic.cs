using ClusterSim.Collectives.Algorithms.Guards;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Hosting.Estimates;

/// <summary>What one rank of a phase sends, on average over the ranks.</summary>
/// <param name="Messages">Messages.</param>
/// <param name="Hops">Links that they cross.</param>
/// <param name="Unasked">Messages that are on their way at once.</param>
internal readonly record struct PhaseTraffic(double Messages, double Hops, double Unasked)
{
    // So many steps take a tenth of a second. Where all ranks take more, some stand for all: most algorithms treat all alike.
    private const long MostMessages = 1L << 20;

    /// <summary>Rehearses a phase.</summary>
    /// <param name="algorithm">How it is run.</param>
    /// <param name="kind">What it does.</param>
    /// <param name="rankCount">How many ranks take part.</param>
    /// <param name="hops">How many links there are from one rank to another.</param>
    public static PhaseTraffic Of(ICollectiveAlgorithm algorithm, CollectiveKind kind, int rankCount, Func<int, int, int> hops)
    {
        if (rankCount < 2)
        {
            return default;
        }

        try
        {
            return Rehearse(algorithm, kind, rankCount, hops);
        }
        catch (CollectiveMistakeException)
        {
            // The run will tell what is wrong with the plug-in, and where.
            var claimed = algorithm.MessagesPerRank(kind, rankCount);
            return new PhaseTraffic(claimed, claimed, 0);
        }
    }

    /// <summary>Two phases, one after the other.</summary>
    public static PhaseTraffic operator +(PhaseTraffic left, PhaseTraffic right) =>
        new(left.Messages + right.Messages, left.Hops + right.Hops, Math.Max(left.Unasked, right.Unasked));

    /// <summary>A phase in which only a share of the ranks take part.</summary>
    public static PhaseTraffic operator *(PhaseTraffic phase, double share) =>
        new(phase.Messages * share, phase.Hops * share, phase.Unasked * share);

    private static PhaseTraffic Rehearse(ICollectiveAlgorithm algorithm, CollectiveKind kind, int rankCount, Func<int, int, int> hops)
    {
        var perRank = Math.Max(1, algorithm.MessagesPerRank(kind, rankCount));
        var rehearsed = (int)Math.Clamp(MostMessages / perRank, 1, rankCount);
        double messages = 0;
        double links = 0;
        double unasked = 0;
        for (var i = 0; i < rehearsed; i++)
        {
            var rank = (int)((long)i * rankCount / rehearsed);
            var phase = algorithm.CreatePhase(Context(kind, rank, rankCount));
            var rehearsal = PhaseRehearsal.Of(phase, other => hops(rank, other));
            messages += rehearsal.Messages;
            links += rehearsal.Hops;
            unasked += rehearsal.Unasked;
        }

        return new PhaseTraffic(messages / rehearsed, links / rehearsed, unasked / rehearsed);
    }

    private static PhaseContext Context(CollectiveKind kind, int rank, int rankCount) => new()
    {
        Kind = kind,
        Ranks = RankSet.Along(rank, 1, rankCount),
        Dimension = 0,
        Direction = 1,
        Size = new ByteSize(rankCount),
        Ordinal = 0,
        IsSubgroup = false,
    };
}
