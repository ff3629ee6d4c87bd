using System.Runtime.CompilerServices;
using ClusterSim.Collectives.Npu;
using ClusterSim.Core.Messages;
using ClusterSim.Core.Networks;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Actors;
using ClusterSim.Engine.Recording;

namespace ClusterSim.Collectives.Messaging;

/// <summary>
/// What an NPU sends and receives with: matching, notices of arrival, and the rendezvous protocol, under which a receiver
/// asks for a chunk with a small message before it leaves.
/// </summary>
internal sealed class Messenger(SimActor outbox, int npu, INetwork network, bool rendezvous)
{
    private static readonly ByteSize ControlSize = new(8192);

    /// <summary>The lines of cache that an instance takes, with the match table behind it.</summary>
    public const int Lines = 6;

    private readonly MatchTable matches = new();
    private readonly PendingList<Continuation> notices = new();
    private readonly PendingList<Transfer> transfers = new();
    private readonly Queue<Continuation> lateReceives = new();

    /// <summary>Where what the NPU does is recorded; null: nowhere.</summary>
    public RunRecorder? Recorder => outbox.Recorder;

    /// <summary>Chunks sent so far, rendezvous included.</summary>
    public long Messages { get; private set; }

    /// <summary>Links that those chunks cross.</summary>
    public long Hops { get; private set; }

    /// <summary>The data of those chunks.</summary>
    public ByteSize Sent { get; private set; }

    /// <summary>The data of the chunks that have arrived here.</summary>
    public ByteSize Arrived { get; private set; }

    /// <summary>What arrived or was asked for without the other.</summary>
    public MatchTable Matches => matches;

    /// <summary>Sends a chunk; <paramref name="onArrival"/> follows when it has arrived, if it is anything.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Send(in TransferKey chunk, in Continuation onArrival)
    {
        if (rendezvous)
        {
            var transfer = transfers.Add(NewTransfer(in chunk, in onArrival));
            Post(Control(in chunk), new Continuation(ContinuationKind.ChunkLeaves, 0, transfer));
        }
        else
        {
            Inject(in chunk, in onArrival);
        }
    }

    /// <summary>Posts a receive; <paramref name="onArrival"/> follows when its chunk has arrived.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Receive(in TransferKey chunk, in Continuation onArrival)
    {
        if (rendezvous)
        {
            var transfer = transfers.Add(NewTransfer(in chunk, in onArrival));
            Inject(Control(in chunk), new Continuation(ContinuationKind.ReceiveIsPosted, 0, transfer));
        }
        else
        {
            Post(in chunk, in onArrival);
        }
    }

    /// <summary>The receiver has asked for a chunk.</summary>
    public void Leave(int transfer)
    {
        var (chunk, onArrival) = Resume(transfer);
        Inject(in chunk, in onArrival);
    }

    /// <summary>The sender has been asked for a chunk.</summary>
    public void Expect(int transfer)
    {
        var (chunk, onArrival) = Resume(transfer);
        Post(in chunk, in onArrival);
    }

    /// <summary>A chunk has arrived; what follows, if a receive waited for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Arrive(in Message chunk, out Continuation next)
    {
        Arrived += chunk.Size;
        return matches.Arrive(new TransferKey(chunk.Class, chunk.Source, chunk.Tag, chunk.Size), out next);
    }

    /// <summary>What follows the arrival of a chunk that this NPU sent.</summary>
    public Continuation TakeNotice(int token) => notices.Take(token);

    /// <summary>What follows a receive whose chunk had arrived before.</summary>
    public Continuation TakeLateReceive() => lateReceives.Dequeue();

    private static TransferKey Control(in TransferKey chunk) => chunk with { Class = MessageClass.Control, Size = ControlSize };

    private Transfer NewTransfer(in TransferKey chunk, in Continuation onArrival) =>
        new(chunk, onArrival) { Origin = Recorder?.Origin ?? default };

    // What comes of it belongs to what it was begun for.
    private Transfer Resume(int number)
    {
        var transfer = transfers.Take(number);
        if (Recorder is { } recorder)
        {
            recorder.Origin = transfer.Origin;
        }

        return transfer;
    }

    private void Post(in TransferKey chunk, in Continuation onArrival)
    {
        if (matches.Post(in chunk, in onArrival))
        {
            ReceiveLate(in onArrival);
        }
    }

    private void ReceiveLate(in Continuation onArrival)
    {
        lateReceives.Enqueue(onArrival);
        outbox.Send(ActorId.OfNpu(npu), SimDuration.Zero, new Message { Kind = MessageKind.LateReceive });
    }

    private void Inject(in TransferKey chunk, in Continuation onArrival)
    {
        var notify = onArrival.Kind != ContinuationKind.None;
        Messages++;
        Sent += chunk.Size;
        Hops += network.Inject(outbox, new Message
        {
            Kind = MessageKind.Chunk,
            Class = chunk.Class,
            Source = npu,
            Destination = chunk.Peer,
            Tag = chunk.Tag,
            Size = chunk.Size,
            NotifySender = notify,
            Token = notify ? notices.Add(onArrival) : 0,
        });
    }

    private readonly record struct Transfer(TransferKey Chunk, Continuation OnArrival)
    {
        public Origin Origin { get; init; }
    }
}
