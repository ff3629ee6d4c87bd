using ClusterSim.Core.Units;
using Xunit;

namespace ClusterSim.Tests.Core.Units;

public sealed class SimDurationTests
{
    [Theory]
    [InlineData(0.99, 0)]
    [InlineData(936.25, 936)]
    public void Floor_Nanoseconds_DropsTheFraction(double ns, long expected) => Assert.Equal(expected, SimDuration.Floor(ns).Ns);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(1e19)]
    public void Floor_NoTime_Throws(double ns) => Assert.Throws<OverflowException>(() => SimDuration.Floor(ns));

    [Fact]
    public void FromMicroseconds_TooMany_Throws() => Assert.Throws<OverflowException>(() => SimDuration.FromMicroseconds(long.MaxValue / 999));
}
