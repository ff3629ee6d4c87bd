using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Tests.Collectives.Algorithms;

/// <summary>
/// Runs one phase on all its ranks without a simulation, in an order of events that a seed decides: only what a rank waits for holds it
/// back. Follows who knows of whom: what a rank sends carries all that it has heard of until then.
/// </summary>
internal sealed class PhaseBench
{
    private readonly BenchRank[] ranks;
    private readonly List<Action> pending = [];
    private ulong chance;

    private PhaseBench(int rankCount, ulong seed)
    {
        chance = seed;
        ranks = [.. Enumerable.Range(0, rankCount).Select(rank => new BenchRank(this, rank, rankCount))];
    }

    /// <summary>What each rank came to; fails if one never ends, or something is left over.</summary>
    public static IReadOnlyList<BenchRank> Run(ICollectiveAlgorithm algorithm, CollectiveKind kind, int rankCount, long bytes, int direction, ulong seed)
    {
        var bench = new PhaseBench(rankCount, seed);
        foreach (var rank in bench.ranks)
        {
            var phase = algorithm.CreatePhase(new PhaseContext
            {
                Kind = kind,
                Ranks = RankSet.Along(rank.Rank, 1, rankCount),
                Dimension = 0,
                Direction = direction,
                Size = new ByteSize(bytes),
                Ordinal = 0,
                IsSubgroup = false,
            });
            bench.pending.Add(() => rank.Start(phase));
        }

        bench.RunAll();
        return bench.ranks;
    }

    public void Later(Action action) => pending.Add(action);

    public BenchRank this[int rank] => ranks[rank];

    private void RunAll()
    {
        while (pending.Count > 0)
        {
            // Knuth's multiplier; the upper bits are the good ones.
            chance = unchecked(chance * 6364136223846793005 + 1442695040888963407);
            var index = (int)((chance >> 33) % (ulong)pending.Count);
            var action = pending[index];
            pending[index] = pending[^1];
            pending.RemoveAt(pending.Count - 1);
            action();
        }
    }
}
