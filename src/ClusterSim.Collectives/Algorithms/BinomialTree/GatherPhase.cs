using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Algorithms.BinomialTree;

/// <summary>One rank's part in a gather: takes what the ranks below it bring, and passes it on with its own.</summary>
internal sealed class GatherPhase : ICollectivePhase
{
    private readonly ByteSize own;
    private readonly int rank;
    private readonly int rankCount;
    private readonly BinomialPlace place;
    private int missing;

    public GatherPhase(BinomialPlace place, in PhaseContext context)
    {
        this.place = place;
        own = context.Size;
        rank = context.Rank;
        rankCount = context.RankCount;
    }

    public void Start(IPhaseActions actions)
    {
        var children = place.Children;
        missing = children.Length;
        if (missing == 0)
        {
            actions.Process(rank, own, reduces: false);
        }

        foreach (var child in children)
        {
            actions.Receive(child, child, SizeBelow(child));
        }
    }

    public void OnReceived(IPhaseActions actions, int label) => actions.Process(label, SizeBelow(label), reduces: false);

    public void OnProcessed(IPhaseActions actions, int label)
    {
        if (label != rank && --missing > 0)
        {
            return;
        }

        if (place.Parent is { } parent)
        {
            actions.Send(parent, SizeBelow(rank));
            actions.Finish(own);
        }
        else
        {
            actions.Finish(own * rankCount);
        }
    }

    private ByteSize SizeBelow(int other) => own * new BinomialPlace(other, rankCount).SubtreeSize;
}
