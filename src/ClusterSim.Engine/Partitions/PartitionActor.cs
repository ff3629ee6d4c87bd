using Akka.Actor;
using ClusterSim.Engine.Events;
using ClusterSim.Engine.Hosts;
using ClusterSim.Engine.Peers;
using ClusterSim.Engine.Peers.Wire;

namespace ClusterSim.Engine.Partitions;

/// <summary>
/// Creates and supervises the actors of one partition, and takes it through the windows of a simulation together with its
/// peers. Runs on the partition's own dispatcher, so nothing of the partition is ever touched by two threads at once.
/// </summary>
internal sealed class PartitionActor(Partition partition, PartitionSetup setup) : UntypedActor
{
    // So many messages are handled before the mailbox is looked at again: some milliseconds.
    private const long MessagesATurn = 1 << 17;

    private readonly WindowBarrier barrier = new(setup.Map.PartitionCount);
    private readonly PeerInbox?[] inboxes = new PeerInbox?[setup.Map.PartitionCount];

    // What peers have sent that were through with the window before this partition.
    private readonly List<Arrived> early = [];
    private IReadOnlyList<IPeer> peers = [];
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
            case SyncFrame frame:
                Accept(frame);
                break;
            case NextTurn:
                RunWindows();
                break;
            case ActorsReady:
                setup.Host.Tell(new PartitionHost.PartitionReady(setup.Index));
                break;
            case Begin begin:
                peers = begin.Peers;
                partition.PostStart();
                OpenWindow(0);
                RunWindows();
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    protected override SupervisorStrategy SupervisorStrategy() => Supervision.StopAndReport(setup.Host);

    private void Accept(Sync sync)
    {
        TakeIn(new Arrived(sync.Batch, sync.Requests, null));
        Arrive(sync.Window, sync.Next, sync.IsLast);
    }

    // What comes in parts is taken in when all is there.
    private void Accept(SyncFrame frame)
    {
        if (frame.From < 0 || frame.From >= inboxes.Length)
        {
            throw new InvalidDataException($"A frame came from partition {frame.From}, and there are {inboxes.Length}.");
        }

        var inbox = inboxes[frame.From] ??= new PeerInbox(partition.Pool, setup.Plan.Actors.Count);
        if (inbox.Take(frame))
        {
            TakeIn(new Arrived(inbox.Messages, inbox.Requests, inbox));
            Arrive(frame.Window, frame.Next, frame.IsLastWindow);
        }
    }

    private void TakeIn(Arrived arrived)
    {
        if (!partition.AwaitsPeers)
        {
            // Sites may be in the hands of another peer until the window ends.
            early.Add(arrived);
            return;
        }

        partition.Accept(arrived.Batch);
        partition.AcceptRequests(arrived.Requests);
        arrived.Inbox?.Clear();
    }

    private void Arrive(long ofWindow, long next, bool isLast)
    {
        barrier.Arrive(ofWindow, next, isLast);
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

            partition.FinishWindow(windowEnd);
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
        for (var peer = 0; peer < peers.Count; peer++)
        {
            if (peer == setup.Index)
            {
                partition.Accept(border.BatchFor(peer));
                border.Clear(peer);
            }
            else
            {
                peers[peer].Sync(window, next, isLast, border);
            }
        }

        partition.AcceptRequests(border.Requests);
        barrier.Arrive(window, next, isLast);
        partition.AwaitsPeers = true;
        early.ForEach(TakeIn);
        early.Clear();
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
        setup.Host.Tell(new PartitionHost.PartitionEnded(partition.TakeReport()));
        return false;
    }

    /// <summary>Every actor of the partition was created.</summary>
    internal sealed class ActorsReady
    {
        public static ActorsReady Instance { get; } = new();
    }

    /// <summary>All partitions are ready: the simulation begins.</summary>
    /// <param name="Peers">All partitions, itself included.</param>
    internal sealed record Begin(IReadOnlyList<IPeer> Peers);

    /// <summary>What a peer has sent for a window.</summary>
    private readonly record struct Arrived(MessageList Batch, MessageList Requests, PeerInbox? Inbox);

    private sealed class NextTurn
    {
        public static NextTurn Instance { get; } = new();
    }
}
