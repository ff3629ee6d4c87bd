using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Algorithms.BinomialTree;

/// <summary>One rank's part in a scatter: gets what is for it and the ranks below it, and passes on what is for these.</summary>
internal sealed class ScatterPhase : ICollectivePhase
{
    private readonly ByteSize part;
    private readonly int rank;
    private readonly int rankCount;
    private readonly BinomialPlace place;

    public ScatterPhase(BinomialPlace place, in PhaseContext context)
    {
        this.place = place;
        part = context.Size / context.RankCount;
        rank = context.Rank;
        rankCount = context.RankCount;
    }

    public void Start(IPhaseActions actions)
    {
        if (place.Parent is { } parent)
        {
            actions.Receive(label: 0, parent, SizeBelow(rank));
        }
        else
        {
            actions.Process(label: 0, SizeBelow(rank), reduces: false);
        }
    }

    public void OnReceived(IPhaseActions actions, int label) => actions.Process(label, SizeBelow(rank), reduces: false);

    public void OnProcessed(IPhaseActions actions, int label)
    {
        foreach (var child in place.Children)
        {
            actions.Send(child, SizeBelow(child));
        }

        actions.Finish(part);
    }

    private ByteSize SizeBelow(int other) => part * new BinomialPlace(other, rankCount).SubtreeSize;
}
