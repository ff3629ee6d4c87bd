using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Algorithms.Trees;

/// <summary>
/// One rank's part in a reduction up a tree, a broadcast down it, or both. The data goes in chunks, each as soon as it can: while a
/// rank reduces one, the next is on its way to it.
/// </summary>
internal sealed class TreePhase : ICollectivePhase
{
    // Where a chunk comes from: the parent, a child by its place from 1, or, behind them, the rank itself.
    private const int FromParent = 0;

    private readonly TreeLinks links;
    private readonly ByteSize size;
    private readonly int chunkCount;
    private readonly bool reduces;
    private readonly bool broadcasts;
    private readonly int fromSelf;

    // By chunk, the children whose data has not been reduced.
    private readonly int[] missing;
    private int chunksLeft;
    private bool asksParent;

    /// <param name="links">Who is above and below.</param>
    /// <param name="kind">All-reduce: up and down; reduce: up; broadcast: down.</param>
    /// <param name="size">The data.</param>
    /// <param name="chunkCount">In how many chunks it goes, however small.</param>
    public TreePhase(TreeLinks links, CollectiveKind kind, ByteSize size, int chunkCount)
    {
        this.links = links;
        this.size = size;
        this.chunkCount = chunkCount;
        reduces = kind != CollectiveKind.Broadcast;
        broadcasts = kind != CollectiveKind.Reduce;
        fromSelf = links.Children.Count + 1;
        chunksLeft = chunkCount;
        missing = reduces ? new int[chunkCount] : [];
        Array.Fill(missing, links.Children.Count);
    }

    public void Start(IPhaseActions actions)
    {
        if (reduces && links.Children.Count > 0)
        {
            for (var child = 0; child < links.Children.Count; child++)
            {
                Receive(actions, chunk: 0, child + 1);
            }
        }
        else if (!reduces && links.Parent is not null)
        {
            Receive(actions, chunk: 0, FromParent);
        }
        else
        {
            for (var chunk = 0; chunk < chunkCount; chunk++)
            {
                actions.Process(LabelOf(chunk, fromSelf), SizeOf(chunk), reduces: false);
            }
        }
    }

    public void OnReceived(IPhaseActions actions, int label)
    {
        // One from each neighbour at a time: they come in the order in which they were sent.
        var (chunk, source) = Math.DivRem(label, fromSelf + 1);
        if (chunk + 1 < chunkCount)
        {
            Receive(actions, chunk + 1, source);
        }

        actions.Process(label, SizeOf(chunk), reduces: source != FromParent);
    }

    public void OnProcessed(IPhaseActions actions, int label)
    {
        var (chunk, source) = Math.DivRem(label, fromSelf + 1);
        if (source == FromParent || !reduces)
        {
            SendDown(actions, chunk);
        }
        else if (source == fromSelf || --missing[chunk] == 0)
        {
            SendUp(actions, chunk);
        }
    }

    private void SendUp(IPhaseActions actions, int chunk)
    {
        if (links.Parent is not { } parent)
        {
            SendDown(actions, chunk);
            return;
        }

        actions.Send(parent, SizeOf(chunk));
        if (!broadcasts)
        {
            End(actions);
        }
        else if (!asksParent)
        {
            asksParent = true;
            Receive(actions, chunk: 0, FromParent);
        }
    }

    private void SendDown(IPhaseActions actions, int chunk)
    {
        for (var child = 0; broadcasts && child < links.Children.Count; child++)
        {
            actions.Send(links.Children[child], SizeOf(chunk));
        }

        End(actions);
    }

    private void End(IPhaseActions actions)
    {
        if (--chunksLeft == 0)
        {
            actions.Finish(size);
        }
    }

    private void Receive(IPhaseActions actions, int chunk, int source) =>
        actions.Receive(LabelOf(chunk, source), source == FromParent ? links.Parent!.Value : links.Children[source - 1], SizeOf(chunk));

    private int LabelOf(int chunk, int source) => chunk * (fromSelf + 1) + source;

    // The first ones are a byte larger where the size does not divide.
    private ByteSize SizeOf(int chunk) => new(size.Bytes / chunkCount + (chunk < size.Bytes % chunkCount ? 1 : 0));
}
