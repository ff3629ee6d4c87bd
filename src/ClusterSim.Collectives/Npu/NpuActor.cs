using ClusterSim.Collectives.Memory;
using ClusterSim.Collectives.Messaging;
using ClusterSim.Collectives.Replay;
using ClusterSim.Collectives.Results;
using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Actors;

namespace ClusterSim.Collectives.Npu;

/// <summary>
/// One simulated NPU, <c>npu/3</c>. Takes each message to the part that it is for; the parts decide, and send through it.
/// </summary>
internal sealed class NpuActor(int npu, NpuWorld world, IRemoteMemory remoteMemory) : SimActor
{
    private const int LinesOfParts = 9;
    private const int LinesOfPhase = 4;

    private PhaseTable phases = null!;
    private OwnDelays delays = null!;
    private Messenger messenger = null!;
    private TraceReplay? replay;
    private SimTime? finished;

    /// <summary>Something that was waited for has come.</summary>
    /// <param name="next">What follows.</param>
    /// <param name="size">The size of the packet, where one is spoken of.</param>
    public void Continue(in Continuation next, ByteSize size)
    {
        if (Recorder is { } recorder && next.IsOfPhase)
        {
            recorder.Origin = phases[next.Phase].Origin;
        }

        switch (next.Kind)
        {
            case ContinuationKind.NodeEnds:
                replay!.EndNode(next.Label);
                break;
            case ContinuationKind.PacketReduces:
                phases[next.Phase].Reduce(next.Label, size);
                break;
            case ContinuationKind.PhaseProcessed:
                phases[next.Phase].OnProcessed(next.Label);
                break;
            case ContinuationKind.PhaseReceived:
                phases[next.Phase].OnReceived(next.Label);
                break;
            case ContinuationKind.PhaseDelivered:
                phases[next.Phase].OnDelivered(next.Label);
                break;
            case ContinuationKind.ChunkLeaves:
                messenger.Leave(next.Label);
                break;
            case ContinuationKind.ReceiveIsPosted:
                messenger.Expect(next.Label);
                break;
            default:
                break;
        }
    }

    // What Assemble makes lies one behind the other.
    protected override void PrefetchParts() => Prefetch.Lines(phases, LinesOfParts);

    // A phase and its behaviour lie one behind the other.
    protected override void PrefetchDeeper() => Prefetch.Lines(phases?.First, LinesOfPhase);

    protected override void Handle(in Message message)
    {
        switch (message.Kind)
        {
            case MessageKind.Chunk:
                if (messenger.Arrive(in message, out var next))
                {
                    Continue(in next, message.Size);
                }

                break;
            case MessageKind.DelaysEnd:
                delays.End(this);
                break;
            case MessageKind.Delivered:
                Continue(messenger.TakeNotice(message.Token), message.Size);
                break;
            case MessageKind.LateReceive:
                Continue(messenger.TakeLateReceive(), message.Size);
                break;
            case MessageKind.MemoryDone:
                replay!.EndNode(message.Token);
                break;
            case MessageKind.Start:
                Assemble();
                replay!.Start();
                break;
            default:
                throw new InvalidOperationException($"An NPU does not handle {message.Kind}.");
        }
    }

    // An NPU that never got its start message, because a run failed before, has nothing to tell.
    protected override object? Report() => replay is null ? null : NpuReport.Of(npu, finished, replay, messenger);

    // Only now, one NPU after the other, so that what an NPU touches with every message lies together in memory, and not
    // between the 4 KiB that Akka allocates for each actor.
    private void Assemble()
    {
        phases = new PhaseTable();
        delays = new OwnDelays(this);
        messenger = new Messenger(this, npu, world.Network, world.Options.Rendezvous);
        var parts = new NpuParts(npu, this, world.Options, phases, delays, messenger);
        replay = new TraceReplay(parts, world.GraphOf(npu), world.GroupsOf(npu), world.Shape, remoteMemory, world.Ledger, OnFinished);
    }

    private void OnFinished()
    {
        finished = Now;
        Complete();
    }
}
