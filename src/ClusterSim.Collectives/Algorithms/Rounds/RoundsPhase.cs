using System.Numerics;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Algorithms.Rounds;

/// <summary>
/// A phase in log2(n) rounds, rounded up: in round k a rank sends to the one 2^k places on and takes from the one 2^k places back, and begins
/// the next round with what it got. The common part of dissemination and Bruck's algorithms.
/// </summary>
internal abstract class RoundsPhase : ICollectivePhase
{
    private readonly int rank;
    private readonly int rankCount;
    private readonly int direction;
    private readonly int rounds;
    private readonly ByteSize finalSize;

    /// <param name="context">The phase's place.</param>
    /// <param name="finalSize">What the rank holds at the end.</param>
    protected RoundsPhase(in PhaseContext context, ByteSize finalSize)
    {
        rank = context.Rank;
        rankCount = context.RankCount;
        direction = context.Direction;
        rounds = Count(context.RankCount);
        this.finalSize = finalSize;
    }

    /// <summary>How many rounds there are among a number of ranks.</summary>
    public static int Count(int rankCount) => BitOperations.Log2((uint)rankCount - 1) + 1;

    public void Start(IPhaseActions actions) => actions.Process(label: 0, SizeOf(0), reduces: false);

    public void OnProcessed(IPhaseActions actions, int label)
    {
        if (label == rounds)
        {
            actions.Finish(finalSize);
            return;
        }

        var distance = direction * (1 << label);
        actions.Send(Wrap(rank + distance), SizeOf(label));
        actions.Receive(label + 1, Wrap(rank - distance), SizeOf(label));
    }

    public void OnReceived(IPhaseActions actions, int label) => actions.Process(label, SizeOf(label - 1), reduces: false);

    /// <summary>The size of the message of a round, equal on all ranks.</summary>
    protected abstract ByteSize SizeOf(int round);

    private int Wrap(int place) => place < 0 ? place + rankCount : place >= rankCount ? place - rankCount : place;
}
