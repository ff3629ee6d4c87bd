using System.Text;
using ClusterSim.Cli;
using ClusterSim.Cli.Output;
using ClusterSim.Sweeps.Running;
using Xunit;

namespace ClusterSim.Tests.Cli.Output;

public sealed class SweepProgressLineTests
{
    private readonly StringBuilder screen = new();
    private readonly ManualClock clock = new();

    [Fact]
    public void Report_OnAScreen_ShowsABarWithRateTimeLeftAndNodes()
    {
        using var line = Line(isScreen: true);
        clock.Advance(TimeSpan.FromSeconds(4));

        line.Report(Progress(done: 50, failed: 2, before: 12));

        Assert.Equal("\r[######..................] 50 done, 2 failed of 208, 10/s, 16 s left; here: 2 of 2 busy", screen.ToString());
    }

    [Fact]
    public void Report_TwiceAtOnce_ShowsTheFirst()
    {
        using var line = Line(isScreen: true);
        clock.Advance(TimeSpan.FromSeconds(4));
        line.Report(Progress(done: 50, failed: 2, before: 12));
        var shown = screen.ToString();

        line.Report(Progress(done: 51, failed: 2, before: 12));

        Assert.Equal(shown, screen.ToString());
    }

    [Fact]
    public void Report_WithoutAScreen_WritesALineNowAndThen()
    {
        using var line = Line(isScreen: false);
        clock.Advance(TimeSpan.FromSeconds(9));
        line.Report(Progress(done: 50, failed: 2, before: 12));
        clock.Advance(TimeSpan.FromSeconds(1));
        line.Report(Progress(done: 60, failed: 2, before: 12));

        Assert.Equal("60 done, 2 failed of 208, 5/s, 30 s left; here: 2 of 2 busy\n", screen.ToString());
    }

    [Fact]
    public void Report_LongSweep_ShowsHoursAndMinutes()
    {
        using var line = Line(isScreen: false);
        clock.Advance(TimeSpan.FromHours(1));
        line.Report(Progress(done: 40, failed: 0, before: 0));

        Assert.Contains(", 4 h 12 min left;", screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_NoWorkers_SaysSoAtOnceAndThatThereAreSomeAgain()
    {
        using var line = Line(isScreen: false);
        clock.Advance(TimeSpan.FromSeconds(4));
        var waiting = new WorkerWait(TimeSpan.FromSeconds(4), TimeSpan.FromMinutes(30));
        line.Report(Progress(done: 8, failed: 0, before: 0) with { Nodes = [], Waiting = waiting });
        line.Report(Progress(done: 8, failed: 0, before: 0));

        Assert.Equal(
            "8 done, 0 failed of 208, 2/s, 1 min 40 s left; waits for nodes to run points (4 s of 30 min 0 s)\n"
            + "8 done, 0 failed of 208, 2/s, 1 min 40 s left; here: 2 of 2 busy\n",
            screen.ToString());
    }

    [Fact]
    public void Note_OnAScreen_ClearsTheBar()
    {
        using var line = Line(isScreen: true);
        clock.Advance(TimeSpan.FromSeconds(4));
        line.Report(Progress(done: 50, failed: 2, before: 12));
        var shown = screen.Length;

        line.Note("Node x was lost.");

        Assert.EndsWith("\rnote: Node x was lost.\n", screen.ToString(), StringComparison.Ordinal);
        Assert.True(screen.Length > 2 * shown);
    }

    private static SweepProgress Progress(int done, int failed, int before) => new(done, failed, 208, before, [new("here", 2, 2)], null);

    private SweepProgressLine Line(bool isScreen) =>
        new(new Terminal(TextWriter.Null, new StringWriter(screen) { NewLine = "\n" }) { ShowsProgress = isScreen }, clock);
}
