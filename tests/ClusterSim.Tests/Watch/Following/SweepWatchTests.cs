using ClusterSim.Sweeps;
using ClusterSim.Sweeps.Running;
using ClusterSim.Tests.Cli.Output;
using ClusterSim.Watch.Following;
using ClusterSim.Watch.Snapshots;
using Xunit;

namespace ClusterSim.Tests.Watch.Following;

public sealed class SweepWatchTests
{
    private readonly ManualClock clock = new();
    private readonly SweepWatch watch;

    public SweepWatchTests()
    {
        watch = new SweepWatch("grid", clock);
    }

    [Fact]
    public void Take_WhileItRuns_HasFiguresRateAndNodes()
    {
        var node = new NodeLoad("a:1", 4, 2) { Points = [7, 9] };
        Report(2, done: 10, node with { Computed = TimeSpan.FromSeconds(1) });
        Report(2, done: 17, node with { Computed = TimeSpan.FromSeconds(7) });

        var sweep = watch.Take().Sweep!;

        // Of 18 that are finished 10 were there before: 8 in 4 s, so 6 s for the other 12.
        Assert.Equal((30, 17, 1, 10, 2), (sweep.Total, sweep.Done, sweep.Failed, sweep.Before, sweep.Running));
        Assert.Equal((2.0, 6.0, (double?)null), (sweep.PointsPerSecond, sweep.LeftSeconds, sweep.WaitingSeconds));
        var shown = Assert.Single(sweep.Nodes);
        Assert.Equal(("a:1", 4, 2, 3.0), (shown.Name, shown.Slots, shown.Running, shown.Cores));
        Assert.Equal([7, 9], shown.Points);
    }

    [Fact]
    public void Take_AfterTheEndOfASweepWithNothingLeftToRun_HasItsPoints()
    {
        watch.Finish(new SweepSummary(30, 2, 30, []));

        var sweep = watch.Take().Sweep!;

        Assert.Equal((30, 28, 2, 30, 0), (sweep.Total, sweep.Done, sweep.Failed, sweep.Before, sweep.Running));
    }

    [Fact]
    public void Take_LoadThatIsNotToldAnew_IsThatToldLast()
    {
        var node = new NodeLoad("a:1", 4, 2);
        Report(2, done: 10, node with { Computed = TimeSpan.FromSeconds(1) });
        Report(2, done: 11, node with { Computed = TimeSpan.FromSeconds(7) });
        Report(1, done: 12, node with { Computed = TimeSpan.FromSeconds(7) });

        Assert.Equal(3, watch.Take().Sweep!.Nodes[0].Cores);
    }

    [Fact]
    public void Failed_ManyPoints_ShowsTheLatestFirst()
    {
        for (var point = 0; point < 100; point++)
        {
            watch.Failed(new PointFailure(point, [new("network.npus_count", "[8]"), new("backend", "x")], "a:1", $"reason {point}"));
        }

        var failures = watch.Take().Sweep!.Failures;

        Assert.Equal(new FailedPoint(99, "network.npus_count=[8], backend=x", "a:1", "reason 99"), failures[0]);
        Assert.Equal(20, failures.Count);
    }

    [Fact]
    public void Take_WhileNobodyRunsPoints_SaysForHowLong()
    {
        watch.Report(new SweepProgress(0, 0, 30, 0, [], new WorkerWait(TimeSpan.FromSeconds(9), TimeSpan.FromMinutes(30))));

        var snapshot = watch.Take();

        Assert.Equal((WatchState.Running, 9.0, (double?)null), (snapshot.State, snapshot.Sweep!.WaitingSeconds, snapshot.Sweep.LeftSeconds));
    }

    private void Report(double after, int done, NodeLoad node)
    {
        clock.Advance(TimeSpan.FromSeconds(after));
        watch.Report(new SweepProgress(done, 1, 30, 10, [node], null));
    }
}
