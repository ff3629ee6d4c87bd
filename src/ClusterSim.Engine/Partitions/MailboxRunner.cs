using System.Collections.Concurrent;
using Akka.Dispatch;

namespace ClusterSim.Engine.Partitions;

/// <summary>
/// Runs the mailboxes of one partition's actors one after the other, on one thread of the pool at a time: so nothing of a
/// partition is ever touched by two threads at once, without a lock.
/// </summary>
internal sealed class MailboxRunner : IThreadPoolWorkItem
{
    // A window takes tens of microseconds; some hundred of them are worth waiting for a peer before the thread goes to sleep.
    private const int SpinsForPeers = 400;

    private readonly ConcurrentQueue<IRunnable> mailboxes = new();
    private int running;

    /// <summary>Whether each partition can have a core of its own; where they share, one that waits must not keep another from running.</summary>
    public bool HasCore { get; set; }

    /// <summary>Whether more is expected at once, so that the thread is worth keeping awake.</summary>
    public bool ExpectsMore { get; set; }

    /// <summary>Runs a mailbox when those before it have run. From any thread.</summary>
    public void Add(IRunnable mailbox)
    {
        mailboxes.Enqueue(mailbox);
        Schedule();
    }

    /// <summary>Called by the thread pool.</summary>
    public void Execute()
    {
        do
        {
            while (mailboxes.TryDequeue(out var mailbox))
            {
                mailbox.Run();
            }

            // Yields now and then: on a busy machine the peer may be waiting for this very core.
            var wait = default(SpinWait);
            for (var spin = 0; ExpectsMore && HasCore && spin < SpinsForPeers && mailboxes.IsEmpty; spin++)
            {
                wait.SpinOnce(sleep1Threshold: -1);
            }
        }
        while (!mailboxes.IsEmpty);

        Interlocked.Exchange(ref running, 0);

        // One may have come between the last look and the mark.
        if (!mailboxes.IsEmpty)
        {
            Schedule();
        }
    }

    private void Schedule()
    {
        if (Interlocked.CompareExchange(ref running, 1, 0) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }
}
