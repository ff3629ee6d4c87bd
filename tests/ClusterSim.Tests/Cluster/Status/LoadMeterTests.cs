using ClusterSim.Cluster.Status;
using ClusterSim.Tests.Cli.Output;
using Xunit;

namespace ClusterSim.Tests.Cluster.Status;

public sealed class LoadMeterTests
{
    [Fact]
    public void Load_IsProcessorTimeOverTime()
    {
        var clock = new ManualClock();
        var cpu = TimeSpan.FromSeconds(5);
        var meter = new LoadMeter(clock, () => cpu);
        clock.Advance(TimeSpan.FromSeconds(2));
        cpu += TimeSpan.FromSeconds(3);

        Assert.Equal(1.5, meter.Read());
    }

    [Fact]
    public void Load_ReadInQuickSuccession_IsTheLastOne()
    {
        var clock = new ManualClock();
        var cpu = TimeSpan.Zero;
        var meter = new LoadMeter(clock, () => cpu);
        clock.Advance(TimeSpan.FromMilliseconds(10));
        cpu += TimeSpan.FromSeconds(3);

        Assert.Equal(0, meter.Read());
    }
}
