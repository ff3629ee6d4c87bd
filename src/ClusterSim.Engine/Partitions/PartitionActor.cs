using Akka.Actor;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Clock;
using ClusterSim.Engine.Events;

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
    private readonly List<ScheduledMessage> windowRequests = [];
    private long window;
    private long windowEnd;

    private bool IsAlone => setup.Map.PartitionCount == 1;

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
                RunWindow();
                break;
            case ActorsReady:
                setup.Clock.Tell(new VirtualClock.PartitionReady(setup.Index));
                break;
            case Begin:
                partition.PostStart();
                OpenWindow(0);
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
        Collect(sync.Requests);
        barrier.Arrive(sync.Window, sync.Next, sync.IsLast);
        if (partition.AwaitsPeers)
        {
            AdvanceIfAllArrived();
        }
    }

    private void OpenWindow(long start)
    {
        windowEnd = IsAlone ? long.MaxValue : (new SimTime(start) + setup.Plan.Lookahead).Ns;
        partition.AwaitsPeers = false;
        partition.BeginWindow();
        RunWindow();
    }

    private void RunWindow()
    {
        if (partition.Run(windowEnd, MessagesATurn))
        {
            CloseWindow();
        }
        else
        {
            Self.Tell(NextTurn.Instance);
        }
    }

    private void CloseWindow()
    {
        var next = partition.NextTime();
        var isLast = partition.Failure is not null || partition.StopRequested;
        var requests = partition.Requests;
        for (var peer = 0; peer < peers.Length; peer++)
        {
            if (peer != setup.Index)
            {
                peers[peer].Tell(new Sync(window, next, partition.BatchFor(peer), requests, isLast));
            }
        }

        Collect(requests);
        barrier.Arrive(window, next, isLast);
        partition.AwaitsPeers = true;
        AdvanceIfAllArrived();
    }

    private void AdvanceIfAllArrived()
    {
        if (!barrier.IsComplete(window))
        {
            return;
        }

        ReplayRequests();
        var start = barrier.Close(window);
        window++;
        if (start == long.MaxValue || partition.Failure is not null)
        {
            partition.AwaitsPeers = false;
            setup.Clock.Tell(new VirtualClock.PartitionEnded(partition.TakeReport()));
        }
        else
        {
            OpenWindow(start);
        }
    }

    private void Collect(MessageList requests)
    {
        for (var block = requests.Blocks; block is not null; block = block.Next)
        {
            windowRequests.AddRange(block.Messages);
        }
    }

    private void ReplayRequests()
    {
        if (windowRequests.Count > 0)
        {
            windowRequests.Sort(static (left, right) => KeyOf(in left).CompareTo(KeyOf(in right)));
            partition.Replay(windowRequests);
            windowRequests.Clear();
        }
    }

    private static EventKey KeyOf(in ScheduledMessage request) =>
        new(new SimTime(request.Time), request.SentInRound + 1, new SimTime(request.SentAt), request.Id);

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
