using ClusterSim.Engine.Actors;
using ClusterSim.Engine.Recording;
using ClusterSim.Tracing.Messages;
using ClusterSim.Tracing.Nodes;

namespace ClusterSim.Tracing.Recording;

/// <summary>Puts what was recorded in order and into tables.</summary>
internal sealed class TraceTables(RecordQueue queue, MessageTable messages, NodeTable nodes, int npuCount)
{
    // In order, neighbours lie anywhere in the blocks.
    private const int RowsAhead = 8;

    private readonly MessageSorter sorter = new();
    private readonly WayTracker ways = new(npuCount);

    // What happened at or after the time before which all is known.
    private List<RecordBlock> laterMessages = [];
    private List<RecordedNode> laterNodes = [];

    /// <summary>Takes in what follows.</summary>
    public async Task AddAsync(RecordBatch batch)
    {
        await AddMessagesAsync([.. laterMessages, .. batch.Messages], batch.CompleteBefore).ConfigureAwait(false);
        await AddNodesAsync([.. laterNodes, .. batch.Nodes], batch.CompleteBefore).ConfigureAwait(false);
    }

    private async Task AddMessagesAsync(RecordBlock[] blocks, long before)
    {
        var left = sorter.Sort(blocks);
        while (!(left = AddRows(blocks, left, before)).IsEmpty && messages.IsFull)
        {
            await messages.WriteAsync().ConfigureAwait(false);
        }

        laterMessages = Copy(blocks, left.Span);
        Array.ForEach(blocks, queue.Return);
    }

    private ReadOnlyMemory<int> AddRows(RecordBlock[] blocks, ReadOnlyMemory<int> places, long before)
    {
        var span = places.Span;
        var next = 0;
        for (; next < span.Length && !messages.IsFull; next++)
        {
            Prefetch.Line(in MessageSorter.At(blocks, span[Math.Min(next + RowsAhead, span.Length - 1)]));
            ref readonly var message = ref MessageSorter.At(blocks, span[next]);
            if (message.SentAt >= before)
            {
                break;
            }

            messages.Add(in message, ways.Of(in message));
        }

        return places[next..];
    }

    private List<RecordBlock> Copy(RecordBlock[] blocks, ReadOnlySpan<int> places)
    {
        var copies = new List<RecordBlock>();
        foreach (var place in places)
        {
            if (copies is [] || copies[^1].Count == RecordBlock.Capacity)
            {
                copies.Add(queue.Rent());
                copies[^1].Count = 0;
            }

            copies[^1].Messages[copies[^1].Count++] = MessageSorter.At(blocks, place);
        }

        return copies;
    }

    private async Task AddNodesAsync(List<RecordedNode> all, long before)
    {
        laterNodes = all.FindAll(node => node.EndedAt >= before);
        foreach (var node in all.Where(node => node.EndedAt < before)
            .OrderBy(node => node.EndedAt).ThenBy(node => node.Npu).ThenBy(node => node.StartedAt).ThenBy(node => node.Node))
        {
            await nodes.AddAsync(node).ConfigureAwait(false);
        }
    }
}
