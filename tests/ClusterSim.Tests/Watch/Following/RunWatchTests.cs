using ClusterSim.Core.Units;
using ClusterSim.Engine.Actors;
using ClusterSim.Engine.Hosts;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Tests.Cli.Output;
using ClusterSim.Watch.Following;
using ClusterSim.Watch.Snapshots;
using Xunit;

namespace ClusterSim.Tests.Watch.Following;

public sealed class RunWatchTests
{
    private readonly ManualClock clock = new();
    private readonly RunWatch watch;

    public RunWatchTests()
    {
        watch = new RunWatch("resnet50", clock);
    }

    [Fact]
    public void Take_BeforeTheFirstEvent_IsPreparing()
    {
        watch.Report(new RunProgress(SimTime.Zero, 0, 0, 8));

        Assert.Equal((WatchState.Preparing, "resnet50", 8), (watch.Take().State, watch.Take().Title, watch.Take().Run!.Npus));
    }

    [Fact]
    public void Take_WhileItRuns_HasRatesOfAllAndOfEachHost()
    {
        Report(1, new SimTime(100), events: 0, computed: 0.5);
        Report(1, new SimTime(2_000), events: 3_000, computed: 2.0);

        var run = watch.Take().Run!;

        Assert.Equal((2_000, 3_000, 3_000.0), (run.SimulatedNs, run.Events, run.EventsPerSecond));
        Assert.Equal((3, 64), (run.LinksInUse, run.Links));
        Assert.Equal([new HostFigures("a:1", 2, 1, 2_000, 1.0), new HostFigures("b:1", 1, 0, 1_000, 0.5)], run.Hosts);
        Assert.Equal([new CurvePoint(2, 3_000)], run.Curve);
    }

    [Fact]
    public void Take_AfterItsEnd_StaysAsItWas()
    {
        Report(1, new SimTime(100), events: 10, computed: 0);
        clock.Advance(TimeSpan.FromSeconds(1));
        watch.End(WatchState.Ended, "done");

        clock.Advance(TimeSpan.FromSeconds(5));
        watch.End(WatchState.Failed, "too late");

        var snapshot = watch.Take();
        Assert.Equal((WatchState.Ended, "done", 2.0), (snapshot.State, snapshot.Outcome, snapshot.ElapsedSeconds));
        Assert.True(watch.Ended.IsCompleted);
    }

    [Fact]
    public void Write_ASnapshot_IsOneLineOfJson()
    {
        var json = System.Text.Encoding.UTF8.GetString(SnapshotJson.Write(watch.Take()));

        Assert.Equal(
            """{"title":"resnet50","state":"preparing","elapsed_seconds":0,"run":{"simulated_ns":0,"events":0,"events_per_second":0,"finished_npus":0,"links":0,"links_in_use":0,"hosts":[],"curve":[]}}""",
            json);
    }

    private void Report(double after, SimTime now, long events, double computed)
    {
        clock.Advance(TimeSpan.FromSeconds(after));
        watch.Report(new RunProgress(now, events, 1, 8)
        {
            Links = new PartUse(3, 64),
            Hosts =
            [
                new HostLoad(new HostShare("a:1", 0, 2), events * 2 / 3, 1, TimeSpan.FromSeconds(computed * 2 / 3)),
                new HostLoad(new HostShare("b:1", 2, 1), events / 3, 0, TimeSpan.FromSeconds(computed / 3)),
            ],
        });
    }
}
