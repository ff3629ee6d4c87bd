using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Algorithms.DoubleBinaryTree;

/// <summary>One rank's part in a reduction up a tree and a broadcast down it. Every message carries all the data.</summary>
internal sealed class TreePhase(TreePlace place, ByteSize size) : ICollectivePhase
{
    // What a packet in the NPU, or an expected message, belongs to.
    private const int Upward = 0;
    private const int Downward = 1;

    private int childrenLeft = (place.Left is null ? 0 : 1) + (place.Right is null ? 0 : 1);

    private bool IsLeaf => place.Left is null;

    public void Start(IPhaseActions actions)
    {
        if (IsLeaf)
        {
            actions.Process(Upward, size, reduces: false);
            return;
        }

        actions.Receive(Upward, place.Left!.Value, size);
        if (place.Right is { } right)
        {
            actions.Receive(Upward, right, size);
        }
    }

    public void OnReceived(IPhaseActions actions, int label) => actions.Process(label, size, reduces: !IsLeaf);

    public void OnProcessed(IPhaseActions actions, int label)
    {
        if (label == Upward && !IsLeaf)
        {
            childrenLeft--;
            if (childrenLeft > 0)
            {
                return;
            }
        }

        if (label == Upward && place.Parent is { } parent)
        {
            actions.Send(parent, size);
            actions.Receive(Downward, parent, size);
            return;
        }

        SendDown(actions);
    }

    private void SendDown(IPhaseActions actions)
    {
        if (place.Left is { } left)
        {
            actions.Send(left, size);
        }

        if (place.Right is { } right)
        {
            actions.Send(right, size);
        }

        actions.Finish(size);
    }
}
