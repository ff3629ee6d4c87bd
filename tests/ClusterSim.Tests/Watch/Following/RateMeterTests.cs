using ClusterSim.Watch.Following;
using Xunit;

namespace ClusterSim.Tests.Watch.Following;

public sealed class RateMeterTests
{
    private readonly RateMeter meter = new(windowSeconds: 2);

    [Fact]
    public void PerSecond_ToldOnce_IsNotKnown()
    {
        meter.Add(1, 5);

        Assert.Null(meter.PerSecond);
    }

    [Fact]
    public void PerSecond_SteadyGrowth_IsIt()
    {
        AddEvery(0.5, 10, time => 30 * time);

        Assert.Equal(30, meter.PerSecond!.Value, 9);
    }

    [Fact]
    public void PerSecond_LongAfterGrowthHasEnded_IsZero()
    {
        AddEvery(0.5, 10, time => Math.Min(time, 5) * 30);

        Assert.Equal(0, meter.PerSecond);
    }

    [Fact]
    public void PerSecond_ToldThousandsOfTimesASecond_IsThatOfTheWindow()
    {
        // Slow for 9 s, and fast for the last 1: of the window of 2 s one half each.
        AddEvery(0.0005, 10, time => time < 9 ? time : 9 + (101 * (time - 9)));

        Assert.InRange(meter.PerSecond!.Value, 40, 60);
    }

    private void AddEvery(double step, double end, Func<double, double> count)
    {
        for (var time = 0.0; time <= end; time += step)
        {
            meter.Add(time, count(time));
        }
    }
}
