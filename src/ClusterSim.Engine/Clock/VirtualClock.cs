using Akka.Actor;
using ClusterSim.Core;
using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Actors;
using ClusterSim.Engine.Hosts;
using ClusterSim.Engine.Hosts.Messages;
using ClusterSim.Engine.Partitions;
using ClusterSim.Engine.Peers.Wire;
using ClusterSim.Engine.Recording;
using ClusterSim.Engine.Recording.Remote.Wire;

namespace ClusterSim.Engine.Clock;

/// <summary>
/// Leads one simulation: starts its hosts together when all are ready, watches their progress, and gathers what they found.
/// Between start and end the partitions keep the simulated time among themselves.
/// </summary>
internal sealed class VirtualClock : UntypedActor, IWithTimers
{
    private static readonly TimeSpan TickInterval = TimeSpan.FromMilliseconds(500);

    private readonly ClockSetup setup;
    private readonly HostRecord[] hosts;
    private readonly SilenceWatch silence;
    private LastMessagesInquiry? inquiry;
    private long computedMs;

    public VirtualClock(ClockSetup setup)
    {
        this.setup = setup;
        hosts = [.. setup.Hosts.Select(share => new HostRecord(share))];
        silence = new SilenceWatch(setup.SilenceTimeout);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart()
    {
        if (setup.LocalHost is { } makeSetup)
        {
            var hostSetup = makeSetup(Self);
            hosts[0].Actor = Context.ActorOf(ActorProducer.Props(() => new PartitionHost(hostSetup)), "host");
        }

        var self = Self;
        setup.Intake?.Start(error => self.Tell(new IntakeFailed(error), ActorRefs.NoSender));
        AwaitTick();
    }

    // Whoever waits must not wait for ever when the actor system ends, as it does when others give this process up.
    protected override void PostStop() => setup.Outcome.TrySetCanceled();

    protected override void OnReceive(object message)
    {
        try
        {
            Handle(message);
        }
        catch (Exception error) when (setup.LocalHost is null)
        {
            // Made anew by Akka, the clock would know nothing of its hosts.
            Refuse(error);
        }
    }

    private void Handle(object message)
    {
        switch (message)
        {
            case HostReady ready:
                OnReady(ready);
                break;
            case HostProgress progress:
                hosts[progress.Host].Note(progress);
                break;
            case HostEnded ended:
                OnEnded(hosts[ended.Host], ended.Reports);
                break;
            case OutcomeFrame frame:
                OnOutcome(frame);
                break;
            case LastMessagesFrame last:
                inquiry?.Take(last);
                break;
            case RecordFrame frame:
                setup.Intake?.Take(frame);
                break;
            case IntakeFailed failed:
                Refuse(failed.Error);
                break;
            case HostFailed failed:
                Fail(new SimulationFailedException(OfHost(hosts[failed.Host], failed.Text)));
                break;
            case Terminated terminated:
                OnTerminated(terminated.ActorRef);
                break;
            case Cancel:
                Cancelled();
                break;
            case Tick:
                OnTick();
                AwaitTick();
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void OnReady(HostReady ready)
    {
        var host = hosts[ready.Host];
        if ((setup.Codec is not null && ready.PlanHash != PlanHash.Of(setup.Plan)) || ready.Partitions.Length != host.Share.Count)
        {
            Fail(new SimulationFailedException(OfHost(host, "It made other actors of the same experiment: the nodes differ in version or files.")));
            return;
        }

        host.Ready(Sender, ready.Partitions);
        setup.Intake?.Join(ready.Host, Sender);
        Context.Watch(Sender);
        if (Array.TrueForAll(hosts, other => other.IsReady))
        {
            var begin = new BeginRun([.. hosts.SelectMany(other => other.Partitions)], setup.Progress is ICloseProgress<EngineProgress> { IsClose: true });
            Array.ForEach(hosts, other => other.Actor.Tell(begin));
        }
    }

    private void OnOutcome(OutcomeFrame frame)
    {
        var host = hosts[frame.Host];
        if (host.Outcome.Take(frame))
        {
            OnEnded(host, [OutcomeCodec.Decode(host.Outcome.Content, host.Share.First, setup.Codec!)]);
        }
    }

    private void OnEnded(HostRecord host, IReadOnlyList<PartitionReport> reports)
    {
        host.Reports = reports;
        if (Array.TrueForAll(hosts, other => other.Reports is not null))
        {
            Complete([.. hosts.SelectMany(other => other.Reports!)]);
        }
    }

    private void Complete(PartitionReport[] reports)
    {
        var first = new FirstFailure();
        Array.ForEach(reports, report => first.Note(report.Failure));
        if (first.Failure is { } failure)
        {
            Inquire(FailureText.Concerned(failure, setup.Plan), failure, last => Fail(FailureText.Of(failure, setup.Plan, last)));
        }
        else if (Array.Exists(reports, report => report.Stopped))
        {
            Cancelled();
        }
        else
        {
            var result = EngineResult.Of(reports);
            Inquire(Concerned(result), null, last => Succeed(result with { Last = last }));
        }
    }

    private IReadOnlyList<ActorId> Concerned(EngineResult result)
    {
        try
        {
            return setup.Plan.Concerned(result.Reports);
        }
        catch (Exception error)
        {
            // Made anew by Akka, the clock would know nothing of its hosts.
            setup.Outcome.TrySetException(error);
            return [];
        }
    }

    private void Inquire(IReadOnlyList<ActorId> actors, PartitionFailure? upTo, Action<LastMessages> then)
    {
        if (actors.Count == 0)
        {
            then(LastMessages.None);
            return;
        }

        inquiry = new LastMessagesInquiry(hosts.Length, upTo, then);
        var wanted = new LastMessagesWanted([.. actors.Take(LastMessages.MostActors).Select(actor => actor.Index)]);
        Array.ForEach(hosts, host => host.Actor.Tell(wanted));
    }

    private void Succeed(EngineResult result)
    {
        setup.Outcome.TrySetResult(result);
        StopHosts();
    }

    private void OnTerminated(IActorRef actor)
    {
        var number = Array.FindIndex(hosts, host => host.Actor.Equals(actor));
        if (number < 0)
        {
            return;
        }

        inquiry?.Lose(number);
        if (hosts[number] is { Reports: null } host)
        {
            Fail(new SimulationFailedException($"Node {host.Share.Name} left the simulation, or cannot be reached. Run it again on the nodes that are left."));
        }
    }

    // Whoever waits need not wait for the partitions to notice.
    private void Cancelled()
    {
        setup.Outcome.TrySetCanceled();
        StopHosts();
    }

    private void StopHosts() => Array.ForEach(hosts, host => host.Actor.Tell(new StopRun()));

    private void OnTick()
    {
        var states = hosts.SelectMany(host => host.States).ToArray();
        setup.Progress?.Report(new EngineProgress(
            new SimTime(states.Min(state => state.NowNs)),
            hosts.Sum(host => host.Events),
            hosts.Sum(host => host.Completed),
            hosts.Aggregate(default(PartUse), (sum, host) => sum + host.Use),
            [.. hosts.Select(host => host.Load)]));
        if (setup.Sink is { IsWaitedFor: true })
        {
            silence.Excuse();
        }

        inquiry?.Tick();
        var computed = hosts.Sum(host => host.ComputedMs);
        var text = silence.Observe(states, TickInterval, TimeSpan.FromMilliseconds(computed - computedMs));
        computedMs = computed;
        if (text is not null)
        {
            Fail(new SimulationFailedException(text));
        }

        if (setup.LocalHost is null && Array.Find(hosts, host => host.CountTick()) is { } silent)
        {
            Fail(new SimulationFailedException(silent.WhySilent()));
        }
    }

    private string OfHost(HostRecord host, string text) => setup.LocalHost is null ? $"Node {host.Share.Name}: {text}" : text;

    // One at a time: a process that was stopped would get all that it missed at once.
    private void AwaitTick() => Timers.StartSingleTimer(Tick.Instance, Tick.Instance, TickInterval);

    private void Refuse(Exception error) => Fail(new SimulationFailedException($"What a node sent cannot be taken in: {error.Message}", error));

    private void Fail(SimulationFailedException failure)
    {
        setup.Outcome.TrySetException(failure);
        StopHosts();
    }

    /// <summary>Ends the simulation as soon as possible.</summary>
    internal sealed class Cancel
    {
        public static Cancel Instance { get; } = new();
    }

    /// <summary>What a host recorded cannot be taken in.</summary>
    private sealed record IntakeFailed(Exception Error);

    private sealed class Tick
    {
        public static Tick Instance { get; } = new();
    }
}
