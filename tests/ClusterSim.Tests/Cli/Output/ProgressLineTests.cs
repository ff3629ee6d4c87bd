using System.Text;
using ClusterSim.Cli;
using ClusterSim.Cli.Output;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Simulation;
using Xunit;

namespace ClusterSim.Tests.Cli.Output;

public sealed class ProgressLineTests
{
    private readonly StringBuilder screen = new();
    private readonly ManualClock clock = new();

    [Fact]
    public void Report_InTheFirstSecond_ShowsNothing()
    {
        using var progress = Line();
        clock.Advance(TimeSpan.FromSeconds(0.9));

        progress.Report(new RunProgress(new SimTime(1_000), 5_000_000, 0, 8));

        Assert.Equal("", screen.ToString());
    }

    [Fact]
    public void Report_AfterASecond_ShowsTimeRateAndNpus()
    {
        using var progress = Line();
        clock.Advance(TimeSpan.FromSeconds(2));

        progress.Report(new RunProgress(new SimTime(1_500_000), 5_000_000, 3, 8));

        Assert.Equal("\rsimulated 1.50 ms, 2.50 M events/s, 3 of 8 NPUs finished", screen.ToString());
    }

    [Fact]
    public void Report_SecondTime_RateIsThatSinceTheFirst()
    {
        using var progress = Line();
        clock.Advance(TimeSpan.FromSeconds(2));
        progress.Report(new RunProgress(new SimTime(1_500_000), 5_000_000, 3, 8));
        clock.Advance(TimeSpan.FromSeconds(0.5));

        progress.Report(new RunProgress(new SimTime(1_600_000), 9_000_000, 3, 8));

        Assert.EndsWith("8.00 M events/s, 3 of 8 NPUs finished", screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Dispose_AfterALineWasShown_LeavesAnEmptyLine()
    {
        var progress = Line();
        clock.Advance(TimeSpan.FromSeconds(2));
        progress.Report(new RunProgress(new SimTime(1), 1, 0, 1));
        var shown = screen.ToString().Length - 1;

        progress.Dispose();

        Assert.EndsWith("\r" + new string(' ', shown) + "\r", screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_OnANarrowScreen_IsCutToItsWidth()
    {
        using var progress = Line(screenWidth: 20);
        clock.Advance(TimeSpan.FromSeconds(2));

        progress.Report(new RunProgress(new SimTime(1_500_000), 5_000_000, 3, 8));

        Assert.Equal("\rsimulated 1.50 ms, ", screen.ToString());
    }

    private ProgressLine Line(int screenWidth = 0) =>
        new(new Terminal(TextWriter.Null, new StringWriter(screen)) { ScreenWidth = () => screenWidth }, clock);
}
