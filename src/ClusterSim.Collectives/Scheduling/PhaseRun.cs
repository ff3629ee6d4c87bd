using ClusterSim.Collectives.Messaging;
using ClusterSim.Collectives.Npu;
using ClusterSim.Collectives.Options;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Recording;

namespace ClusterSim.Collectives.Scheduling;

/// <summary>
/// One running phase of a stream, <c>npu/3/collective/7</c>: hosts its behaviour on the NPU's actor, so that it costs no
/// actor of its own, and carries out what the behaviour asks for.
/// </summary>
internal sealed class PhaseRun : IPhaseActions
{
    private readonly CollectiveScheduler scheduler;
    private readonly OwnDelays delays;
    private readonly Messenger messenger;
    private readonly LocalMemory localMemory;
    private readonly RankSet ranks;
    private readonly PhaseTable phases;
    private readonly int number;
    private int steps;
    private readonly long tag;
    private readonly SimDuration endpointDelay;
    private readonly ICollectivePhase behaviour;
    private ByteSize reducedSize;
    private SimDuration reductionTime;

    public PhaseRun(CollectiveScheduler scheduler, NpuParts parts, CollectiveStream stream)
    {
        ref readonly var phase = ref stream.Phase;
        this.scheduler = scheduler;
        delays = parts.Delays;
        messenger = parts.Messenger;
        phases = parts.Phases;
        number = phases.Add(this);
        localMemory = parts.LocalMemory;
        ranks = phase.Ranks;
        tag = stream.Id;
        Stream = stream;
        endpointDelay = phase.IsSubgroup ? SystemOptions.DefaultEndpointDelay : parts.Options.EndpointDelay;
        behaviour = phase.Algorithm.CreatePhase(new PhaseContext
        {
            Kind = phase.Kind,
            Ranks = phase.Ranks,
            Dimension = phase.Dimension,
            Direction = phase.Direction,
            Size = stream.Size,
            Ordinal = phase.Ordinal,
            IsSubgroup = phase.IsSubgroup,
        });
    }

    /// <summary>The stream that the phase belongs to.</summary>
    public CollectiveStream Stream { get; }

    /// <summary>What the phase's messages belong to, for a trace.</summary>
    public Origin Origin =>
        new(unchecked((long)Stream.Collective.Call.NodeId), Stream.Collective.FirstStream, Stream.Id, Stream.PhaseNumber, steps);

    public SimTime Now => scheduler.Now;

    public void Start()
    {
        if (messenger.Recorder is { } recorder)
        {
            recorder.Origin = Origin;
        }

        behaviour.Start(this);
    }

    public void OnProcessed(int label) => behaviour.OnProcessed(this, label);

    public void OnReceived(int label) => behaviour.OnReceived(this, label);

    public void OnDelivered(int label) => behaviour.OnDelivered(this, label);

    /// <summary>A packet has spent the endpoint delay; its reduction follows as a second delay.</summary>
    public void Reduce(int label, ByteSize size) =>
        delays.Begin(DelayKind.Reduction, ReductionTime(size), new Continuation(ContinuationKind.PhaseProcessed, number, label));

    public void Process(int label, ByteSize size, bool reduces)
    {
        var next = reduces ? ContinuationKind.PacketReduces : ContinuationKind.PhaseProcessed;
        delays.Begin(DelayKind.Endpoint, endpointDelay, new Continuation(next, number, label), size);
    }

    public void Wait(int label, SimDuration duration) =>
        delays.Begin(DelayKind.Wait, duration, new Continuation(ContinuationKind.PhaseProcessed, number, label));

    public void Send(int toRank, ByteSize size)
    {
        CountStep();
        messenger.Send(Key(MessageClass.Collective, toRank, size, tag), Continuation.None);
    }

    public void Receive(int label, int fromRank, ByteSize size) =>
        messenger.Receive(Key(MessageClass.Collective, fromRank, size, tag), new Continuation(ContinuationKind.PhaseReceived, number, label));

    public void SendTagged(int label, int toRank, ByteSize size, long tag)
    {
        CountStep();
        messenger.Send(
            Key(MessageClass.PointToPoint, toRank, size, tag), new Continuation(ContinuationKind.PhaseDelivered, number, label));
    }

    public void ReceiveTagged(int label, int fromRank, ByteSize size, long tag) => messenger.Receive(
        Key(MessageClass.PointToPoint, fromRank, size, tag), new Continuation(ContinuationKind.PhaseReceived, number, label));

    public void Finish(ByteSize finalSize)
    {
        phases.Remove(number);
        scheduler.EndPhase(Stream, finalSize);
    }

    private void CountStep()
    {
        if (messenger.Recorder is { } recorder)
        {
            recorder.Origin = Origin;
            steps++;
        }
    }

    // Packets of one size follow each other, so the last answer is nearly always the next.
    private SimDuration ReductionTime(ByteSize size)
    {
        if (size != reducedSize)
        {
            reducedSize = size;
            reductionTime = localMemory.ReductionTime(size);
        }

        return reductionTime;
    }

    private TransferKey Key(MessageClass messageClass, int rank, ByteSize size, long tag) =>
        new(messageClass, ranks.NpuOf(rank), tag, size);
}
