using ClusterSim.Engine;
using ClusterSim.Engine.Hosts;
using ClusterSim.Hosting.Results;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Watch.Snapshots;

namespace ClusterSim.Watch.Following;

/// <summary>A run that is watched.</summary>
/// <param name="experiment">The experiment's name.</param>
/// <param name="clock">Time.</param>
public sealed class RunWatch(string experiment, TimeProvider clock) : Watched(experiment, clock), ICloseProgress<RunProgress>
{
    // What a run tells twice a second is uneven from one time to the next.
    private const double WindowSeconds = 2;

    private readonly RateMeter events = new(WindowSeconds);
    private readonly MeterBook eventsOfHosts = new(WindowSeconds);
    private readonly MeterBook cores = new(WindowSeconds);
    private readonly Curve curve = new();
    private RunProgress? latest;
    private SimulationResult? result;

    // At the end, when there are no actors any more, this is what is left to show.
    private int links;

    public bool IsClose => true;

    public override string Noun => "run";

    protected override bool HasBegun => latest is { Events: > 0 };

    public void Report(RunProgress value)
    {
        lock (Gate)
        {
            var now = ElapsedSeconds;
            latest = value;
            links = Math.Max(links, value.Links.All);
            events.Add(now, value.Events);
            if (HasBegun)
            {
                curve.Add(now, events.PerSecond ?? 0);
            }

            foreach (var host in value.Hosts)
            {
                eventsOfHosts.Add(host.Share.Name, now, host.Events);
                cores.Add(host.Share.Name, now, host.Computed.TotalSeconds);
            }
        }
    }

    /// <summary>The run has come to a result. What was told of it last is older.</summary>
    public void Finish(SimulationResult found)
    {
        lock (Gate)
        {
            result = found;
        }
    }

    protected override WatchSnapshot Fill(WatchSnapshot frame) => frame with
    {
        Run = result is null ? Latest() : Latest() with
        {
            SimulatedNs = result.End.Ns,
            Events = result.Events,
            EventsPerSecond = result.Events / result.Elapsed.TotalSeconds,
            Npus = result.Npus.Count,
            FinishedNpus = result.Npus.Count,
            LinksInUse = 0,
        },
    };

    private RunFigures Latest() => latest is null ? new RunFigures() : new RunFigures
    {
        SimulatedNs = latest.Now.Ns,
        Events = latest.Events,
        EventsPerSecond = events.PerSecond ?? 0,
        Npus = latest.Npus,
        FinishedNpus = latest.FinishedNpus,
        Links = links,
        LinksInUse = latest.Links.InUse,
        Hosts = [.. latest.Hosts.Select(FiguresOf)],
        Curve = curve.Points,
    };

    private HostFigures FiguresOf(HostLoad host) => new(
        host.Share.Name, host.Share.Count, host.Completed, eventsOfHosts.PerSecond(host.Share.Name) ?? 0, cores.PerSecond(host.Share.Name));
}
