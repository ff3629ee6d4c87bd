using Akka.Actor;
using ClusterSim.Engine.Clock;

namespace ClusterSim.Engine.Partitions;

/// <summary>
/// Creates and supervises the actors of one partition, and takes it through the windows of a simulation together with its
/// peers. Runs on the partition's own dispatcher, so nothing of the partition is ever touched by two threads at once.
/// </summary>
internal sealed class PartitionActor(Partition partition, PartitionSetup setup, IActorRef[] peers) : UntypedActor
{
    // So many messages are handled before the mailbox is looked at again: some milliseconds.
    private const long MessagesATurn = 1 << 17;

    private readonly WindowBarrier barrier = new(setup.Map.PartitionCount);
    private long window;
    private long windowEnd;

    protected override void PreStart()
    {
        partition.Open(setup, Self);
        ActorFactory.CreateAll(Context, partition, setup);
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Sync sync:
                Accept(sync);
                break;
            case NextTurn:
                RunWindows();
                break;
            case ActorsReady:
                setup.Clock.Tell(new VirtualClock.PartitionReady(setup.Index));
                break;
            case Begin:
                partition.PostStart();
                OpenWindow(0);
                RunWindows();
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    protected override SupervisorStrategy SupervisorStrategy() => Supervision.StopAndReport(setup.Clock);

    private void Accept(Sync sync)
    {
        partition.Accept(sync.Batch);
        partition.AcceptRequests(sync.Requests);
        barrier.Arrive(sync.Window, sync.Next, sync.IsLast);
        if (partition.AwaitsPeers && TryOpenNext())
        {
            RunWindows();
        }
    }

    private void OpenWindow(long start)
    {
        windowEnd = start < long.MaxValue - setup.Width ? start + setup.Width : long.MaxValue;
        partition.AwaitsPeers = false;
        partition.BeginWindow(start);
    }

    // One window after the other, until peers have to be waited for or others may want to be heard.
    private void RunWindows()
    {
        var budget = MessagesATurn;
        do
        {
            budget = partition.Run(windowEnd, budget);
            if (budget <= 0)
            {
                Self.Tell(NextTurn.Instance);
                return;
            }

            CloseWindow();
        }
        while (TryOpenNext());
    }

    private void CloseWindow()
    {
        // Asked once: all partitions must agree on which window is the last.
        var isLast = partition.IsEnding;
        var next = partition.NextTime;
        var border = partition.Border;
        for (var peer = 0; peer < peers.Length; peer++)
        {
            if (peer == setup.Index)
            {
                partition.Accept(border.BatchFor(peer));
                border.Clear(peer);
            }
            else
            {
                peers[peer].Tell(new Sync(window, next, border.BatchFor(peer), border.Requests, isLast));
            }
        }

        partition.AcceptRequests(border.Requests);
        barrier.Arrive(window, next, isLast);
        partition.AwaitsPeers = true;
    }

    // False: peers are still in the window, or it was the last one.
    private bool TryOpenNext()
    {
        if (!barrier.IsComplete(window))
        {
            return false;
        }

        partition.RunReplicas(windowEnd);
        var start = barrier.Close(window);
        window++;
        if (start < long.MaxValue && !partition.HasFailed)
        {
            OpenWindow(start);
            return true;
        }

        partition.AwaitsPeers = false;
        setup.Clock.Tell(new VirtualClock.PartitionEnded(partition.TakeReport()));
        return false;
    }

    /// <summary>Every actor of the partition was created.</summary>
    internal sealed class ActorsReady
    {
        public static ActorsReady Instance { get; } = new();
    }

    /// <summary>All partitions are ready: the simulation begins.</summary>
    internal sealed class Begin
    {
        public static Begin Instance { get; } = new();
    }

    private sealed class NextTurn
    {
        public static NextTurn Instance { get; } = new();
    }
}
