using Akka.Actor;
using Akka.Serialization;
using ClusterSim.Engine.Actors;
using ClusterSim.Engine.Hosts.Messages;
using ClusterSim.Engine.Partitions;
using ClusterSim.Engine.Peers;

namespace ClusterSim.Engine.Hosts;

/// <summary>
/// Creates and watches the partitions of one simulation in one process, and speaks for them to the clock, which may be in
/// another.
/// </summary>
internal sealed class PartitionHost : UntypedActor, IWithTimers
{
    private static readonly TimeSpan TickInterval = TimeSpan.FromMilliseconds(500);

    private readonly HostSetup setup;
    private readonly IActorRef[] partitionActors;
    private readonly List<PartitionReport> reports = [];
    private int ready;
    private bool countsUse;

    public PartitionHost(HostSetup setup)
    {
        this.setup = setup;
        partitionActors = new IActorRef[setup.Partitions.Count];
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart()
    {
        Context.Watch(setup.Clock);
        var map = new PartitionMap(setup.Plan, setup.PartitionCount);
        var refs = new IActorRef?[setup.Plan.Actors.Count];
        var team = Team.Of(setup);
        for (var place = 0; place < partitionActors.Length; place++)
        {
            var partition = setup.Partitions[place];
            var partitionSetup = new PartitionSetup(setup, map, setup.First + place, Self, refs, team);
            partitionActors[place] = Context.ActorOf(
                ActorProducer.Props(() => new PartitionActor(partition, partitionSetup)).WithDispatcher(partition.Id),
                $"partition-{partitionSetup.Index}");
        }

        AwaitTick();
    }

    // All partitions, which are its children, have stopped by then.
    protected override void PostStop() => setup.Released();

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case PartitionReady:
                OnPartitionReady();
                break;
            case BeginRun begin:
                Begin(begin);
                break;
            case PartitionEnded ended:
                OnPartitionEnded(ended.Report);
                break;
            case ControlFailed failed:
                setup.Clock.Tell(new HostFailed(setup.Host, $"An actor could not be created or controlled: {failed.Cause.GetBaseException().Message}"));
                break;
            case Tick:
                ReportProgress();
                AwaitTick();
                break;
            case LastMessagesWanted wanted:
                setup.Clock.Tell(LastMessagesCodec.Encode(setup.Host, setup.Partitions.SelectMany(partition => partition.LastOf(wanted.Actors))));
                break;
            case RecordsTaken taken:
                setup.Uplink?.Acknowledge(taken.Frames, taken.Round);
                break;
            case StopRun or Terminated:
                Stop();
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    protected override SupervisorStrategy SupervisorStrategy() => Supervision.StopAndReport(Self);

    private void OnPartitionReady()
    {
        ready++;
        if (ready == partitionActors.Length)
        {
            setup.Clock.Tell(new HostReady(
                setup.Host, [.. partitionActors.Select(Serialization.SerializedActorPath)], setup.Codec is null ? 0 : PlanHash.Of(setup.Plan)));
        }
    }

    private void Begin(BeginRun begin)
    {
        countsUse = begin.CountsUse;
        for (var place = 0; place < partitionActors.Length; place++)
        {
            var own = setup.First + place;
            partitionActors[place].Tell(new PartitionActor.Begin([.. begin.Partitions.Select((path, index) => PeerOf(own, index, path))]));
        }
    }

    private IPeer PeerOf(int own, int index, string path)
    {
        var place = index - setup.First;
        return place >= 0 && place < partitionActors.Length
            ? new LocalPeer(index, partitionActors[place])
            : new RemotePeer(index, own, ((ExtendedActorSystem)Context.System).Provider.ResolveActorRef(path));
    }

    private void OnPartitionEnded(PartitionReport report)
    {
        reports.Add(report);
        if (reports.Count < partitionActors.Length)
        {
            return;
        }

        ReportProgress();
        if (setup.Codec is null)
        {
            setup.Clock.Tell(new HostEnded(setup.Host, reports));
        }
        else
        {
            foreach (var frame in OutcomeCodec.Encode(setup.Host, reports, setup.Codec))
            {
                setup.Clock.Tell(frame);
            }
        }
    }

    private void ReportProgress()
    {
        var use = countsUse ? setup.Partitions.Aggregate(default(PartUse), (sum, partition) => sum + partition.CountUse()) : default;
        setup.Clock.Tell(new HostProgress(
            setup.Host,
            [.. setup.Partitions.Select(partition => partition.State)],
            setup.Partitions.Sum(partition => partition.Progress.Events),
            setup.Partitions.Sum(partition => partition.Progress.Completed),
            (long)Environment.CpuUsage.TotalTime.TotalMilliseconds,
            use.InUse,
            use.All));
    }

    private void Stop()
    {
        foreach (var partition in setup.Partitions)
        {
            partition.RequestStop();
        }

        setup.Uplink?.Abandon();
        Context.Stop(Self);
    }

    // One at a time: a process that was stopped would get all that it missed at once.
    private void AwaitTick() => Timers.StartSingleTimer(Tick.Instance, Tick.Instance, TickInterval);

    internal sealed record PartitionReady(int Partition);

    internal sealed record PartitionEnded(PartitionReport Report);

    /// <summary>An actor failed outside the handling of a simulated message.</summary>
    internal sealed record ControlFailed(Exception Cause);

    private sealed class Tick
    {
        public static Tick Instance { get; } = new();
    }
}
