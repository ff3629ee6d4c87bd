using Akka.Actor;
using ClusterSim.Core;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Actors;
using ClusterSim.Engine.Partitions;

namespace ClusterSim.Engine.Clock;

/// <summary>
/// Leads one simulation: creates its partitions, starts them together when all are ready, watches their progress, and
/// gathers what they found. Between start and end the partitions keep the simulated time among themselves.
/// </summary>
internal sealed class VirtualClock : UntypedActor, IWithTimers
{
    private static readonly TimeSpan TickInterval = TimeSpan.FromMilliseconds(500);

    private readonly ClockSetup setup;
    private readonly IReadOnlyList<Partition> partitions;
    private readonly IActorRef[] partitionActors;
    private readonly SilenceWatch silence;
    private readonly List<PartitionReport> reports = [];
    private TimeSpan computedBefore = Environment.CpuUsage.TotalTime;
    private int ready;

    public VirtualClock(ClockSetup setup)
    {
        this.setup = setup;
        partitions = setup.Partitions;
        partitionActors = new IActorRef[partitions.Count];
        silence = new SilenceWatch(setup.SilenceTimeout);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart()
    {
        var map = new PartitionMap(setup.Plan, partitions.Count);
        var refs = new IActorRef?[setup.Plan.Actors.Count];
        for (var index = 0; index < partitions.Count; index++)
        {
            var partition = partitions[index];
            var partitionSetup = new PartitionSetup(setup.Plan, map, index, setup.Transport, Self, refs);
            partitionActors[index] = Context.ActorOf(
                ActorProducer.Props(() => new PartitionActor(partition, partitionSetup, partitionActors)).WithDispatcher(partition.Id),
                $"partition-{index}");
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
            case PartitionEnded ended:
                OnPartitionEnded(ended.Report);
                break;
            case ControlFailed failed:
                Fail(new SimulationFailedException($"An actor could not be created or controlled: {failed.Cause.Message}", failed.Cause));
                break;
            case Cancel:
                OnCancel();
                break;
            case Tick:
                OnTick();
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
        if (ready == partitions.Count)
        {
            foreach (var actor in partitionActors)
            {
                actor.Tell(PartitionActor.Begin.Instance);
            }
        }
    }

    private void OnPartitionEnded(PartitionReport report)
    {
        reports.Add(report);
        if (reports.Count == partitions.Count)
        {
            Complete();
        }
    }

    private void Complete()
    {
        var first = new FirstFailure();
        reports.ForEach(report => first.Note(report.Failure));
        if (first.Failure is { } failure)
        {
            Fail(FailureText.Of(failure, setup.Plan));
        }
        else if (reports.Exists(report => report.Stopped))
        {
            setup.Outcome.TrySetCanceled();
        }
        else
        {
            setup.Outcome.TrySetResult(EngineResult.Of(reports));
        }
    }

    private void OnCancel()
    {
        // Whoever waits need not wait for the partitions to notice.
        setup.Outcome.TrySetCanceled();
        foreach (var partition in partitions)
        {
            partition.RequestStop();
        }
    }

    private void OnTick()
    {
        setup.Progress?.Report(new EngineProgress(
            new SimTime(partitions.Min(partition => partition.Progress.Now)),
            partitions.Sum(partition => partition.Progress.Events),
            partitions.Sum(partition => partition.Progress.Completed)));
        var computed = Environment.CpuUsage.TotalTime;
        var text = silence.Observe([.. partitions.Select(partition => partition.State)], TickInterval, computed - computedBefore);
        computedBefore = computed;
        if (text is not null)
        {
            Fail(new SimulationFailedException(text));
        }

        AwaitTick();
    }

    // One at a time: a process that was stopped would get all that it missed at once.
    private void AwaitTick() => Timers.StartSingleTimer(Tick.Instance, Tick.Instance, TickInterval);

    private void Fail(SimulationFailedException failure) => setup.Outcome.TrySetException(failure);

    internal sealed record PartitionReady(int Partition);

    internal sealed record PartitionEnded(PartitionReport Report);

    /// <summary>An actor failed outside the handling of a simulated message.</summary>
    internal sealed record ControlFailed(Exception Cause);

    /// <summary>Ends the simulation as soon as possible.</summary>
    internal sealed class Cancel
    {
        public static Cancel Instance { get; } = new();
    }

    private sealed class Tick
    {
        public static Tick Instance { get; } = new();
    }
}
