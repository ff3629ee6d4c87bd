using ClusterSim.Reports.Sweeps;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Reports.Sweeps;

public sealed class SpeedUpTests
{
    [Theory]
    [InlineData(true, 4, 100, 25, 4)]
    [InlineData(true, 4, 100, 50, 2)]
    [InlineData(false, 4, 100, 100, 4)]
    [InlineData(false, 4, 100, 200, 2)]
    public void Of_TwoTimes_IsTheDefinition(bool isStrong, double n, double first, double time, double expected) =>
        Assert.Equal(expected, SpeedUp.Of(isStrong, n, first, time));

    [Fact]
    public void Efficiency_OfAnIdealPoint_IsOne() => Gen.Select(Gen.Double[1, 1000], Gen.Double[1, 1e12]).Sample((n, first) =>
    {
        Assert.Equal(1, SpeedUp.Efficiency(isStrong: true, n, first, first / n), 9);
        Assert.Equal(1, SpeedUp.Efficiency(isStrong: false, n, first, first), 9);
    });

    // The same times: what is n times the work in one view is the same work in the other.
    [Fact]
    public void Of_WeakScaling_IsNTimesThatOfStrong() => Gen.Select(Gen.Double[1, 1000], Gen.Double[1, 1e12], Gen.Double[1, 1e12]).Sample((n, first, time) =>
        Assert.Equal(1, SpeedUp.Of(isStrong: false, n, first, time) / (n * SpeedUp.Of(isStrong: true, n, first, time)), 9));

    [Theory]
    [InlineData(8, 100, 12.5, true)]
    [InlineData(8, 100, 20, true)]
    [InlineData(8, 100, 100, false)]
    [InlineData(8, 100, 60, false)]
    [InlineData(8, 0, 0, false)]
    public void IsStrong_ByComputeOfAnNpu_IsTheNearer(double n, double first, double compute, bool expected) => Assert.Equal(expected, SpeedUp.IsStrong(n, first, compute));
}
