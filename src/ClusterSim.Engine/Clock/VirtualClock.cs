using Akka.Actor;
using ClusterSim.Core;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Actors;
using ClusterSim.Engine.Hosts;
using ClusterSim.Engine.Hosts.Messages;
using ClusterSim.Engine.Partitions;
using ClusterSim.Engine.Peers.Wire;

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

        AwaitTick();
    }

    protected override void OnReceive(object message)
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
        Context.Watch(Sender);
        if (Array.TrueForAll(hosts, other => other.IsReady))
        {
            var begin = new BeginRun([.. hosts.SelectMany(other => other.Partitions)]);
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
            Fail(FailureText.Of(failure, setup.Plan));
        }
        else if (Array.Exists(reports, report => report.Stopped))
        {
            Cancelled();
        }
        else
        {
            setup.Outcome.TrySetResult(EngineResult.Of(reports));
            StopHosts();
        }
    }

    private void OnTerminated(IActorRef actor)
    {
        if (Array.Find(hosts, host => host.Actor.Equals(actor)) is { Reports: null } host)
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
            new SimTime(states.Min(state => state.NowNs)), hosts.Sum(host => host.Events), hosts.Sum(host => host.Completed)));
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

    private sealed class Tick
    {
        public static Tick Instance { get; } = new();
    }
}
