using ClusterSim.Collectives.Algorithms.Rounds;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Algorithms.Dissemination;

/// <summary>One rank's part in a barrier.</summary>
internal sealed class DisseminationPhase : RoundsPhase
{
    private readonly ByteSize size;

    public DisseminationPhase(in PhaseContext context)
        : base(in context, context.Size)
    {
        size = context.Size;
    }

    protected override ByteSize SizeOf(int round) => size;
}
