using ClusterSim.Engine.Events;

namespace ClusterSim.Engine.Partitions;

/// <summary>What is on its way between sites until the end of a window: messages, and requests to replicated actors.</summary>
internal sealed class Border
{
    private readonly Outbox[] outboxes;
    private readonly Outbox requests;

    public Border(int partitionCount, MessagePool pool)
    {
        outboxes = new Outbox[partitionCount];
        for (var peer = 0; peer < partitionCount; peer++)
        {
            outboxes[peer] = new Outbox(pool);
        }

        requests = new Outbox(pool);
    }

    /// <summary>The requests of the window.</summary>
    public MessageList Requests => requests.Content;

    /// <summary>The messages of the window for a peer, or for sites of this partition.</summary>
    public MessageList BatchFor(int peer) => outboxes[peer].Content;

    /// <summary>A place for a message to a peer, or to another site of this partition.</summary>
    public ref ScheduledMessage Add(int peer, long time) => ref outboxes[peer].Add(time);

    /// <summary>The messages for sites of this partition have been taken over; their storage is free.</summary>
    public void Clear(int own) => outboxes[own].Clear();

    /// <summary>Puts in a request, which all partitions get.</summary>
    public void Ask(in ScheduledMessage scheduled) => requests.Add(scheduled.Time) = scheduled;

    /// <summary>
    /// The earliest time at which anything comes of what is here: a message, or an answer, which takes at least the lookahead.
    /// </summary>
    public long NextTime(long lookahead)
    {
        var next = requests.Earliest == long.MaxValue ? long.MaxValue : requests.Earliest + lookahead;
        foreach (var outbox in outboxes)
        {
            next = Math.Min(next, outbox.Earliest);
        }

        return next;
    }

    /// <summary>A window begins: nothing is here.</summary>
    public void BeginWindow()
    {
        foreach (var outbox in outboxes)
        {
            outbox.Turn();
        }

        requests.Turn();
    }
}
