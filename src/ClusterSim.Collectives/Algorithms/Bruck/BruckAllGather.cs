using ClusterSim.Collectives.Algorithms.Rounds;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Algorithms.Bruck;

/// <summary>One rank's part in an all-gather: in round k it has 2^k blocks, and passes them on, but for those that the other has.</summary>
internal sealed class BruckAllGather : RoundsPhase
{
    private readonly ByteSize block;
    private readonly int rankCount;

    public BruckAllGather(in PhaseContext context)
        : base(in context, context.Size * context.RankCount)
    {
        rankCount = context.RankCount;
        block = context.Size;
    }

    protected override ByteSize SizeOf(int round) => block * Math.Min(1 << round, rankCount - (1 << round));
}
