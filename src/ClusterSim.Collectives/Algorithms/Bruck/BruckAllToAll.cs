using ClusterSim.Collectives.Algorithms.Rounds;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Algorithms.Bruck;

/// <summary>
/// One rank's part in an all-to-all. The block for the rank j places on goes as far as the bits of j say: in round k with all those
/// whose j has bit k.
/// </summary>
internal sealed class BruckAllToAll : RoundsPhase
{
    private readonly ByteSize block;
    private readonly int rankCount;

    public BruckAllToAll(in PhaseContext context)
        : base(in context, context.Size)
    {
        rankCount = context.RankCount;
        block = context.Size / rankCount;
    }

    protected override ByteSize SizeOf(int round) => block * Blocks(round);

    // Of the numbers below n, those with a bit: half of each whole period of it, and what the last one has above its half.
    private int Blocks(int bit)
    {
        var half = 1 << bit;
        var (periods, rest) = Math.DivRem(rankCount, 2L * half);
        return checked((int)(periods * half + Math.Max(0, rest - half)));
    }
}
