using ClusterSim.Core.Input;
using ClusterSim.Sweeps;
using ClusterSim.Sweeps.Comparison;
using Xunit;

namespace ClusterSim.Tests.Sweeps.Comparison;

public sealed class SweepComparisonTests
{
    [Fact]
    public void Of_SweepsThatVaryTheSameKeysInAnotherOrder_PairsPointsByTheirValues()
    {
        using var first = new SampleFolder("axes: [{ network.latency: [1, 2] }, { workload.repeat: [3, 4] }]").With(0, 100).With(1, 200).With(2, 300);
        using var second = new SampleFolder("axes: [{ workload.repeat: [3, 4, 5] }, { network.latency: [2, 1] }]").With(1, 110).With(3, 200).With(0, 270);

        var comparison = Compare(first, second);

        Assert.Equal(["1 3 True 10", "1 4 False 0", "2 3 True -10", "2 4 False "], comparison.Pairs.Select(Show));
        Assert.Equal((0, 2, false), (comparison.OnlyFirst, comparison.OnlySecond, comparison.AreEqual));
        Assert.Equal(["1 2 1 5 10", "2 2 1 -10 -10", "3 2 2 0 10", "4 2 0 0 0"], comparison.ByAxis().Select(Show));
    }

    [Fact]
    public void Of_PointsThatTheSecondDoesNotHave_CountsThem()
    {
        using var first = new SampleFolder("axes: [{ network.latency: [1, 2, 3] }]");
        using var second = new SampleFolder("axes: [{ network.latency: [2] }]");

        var comparison = Compare(first, second);

        Assert.Equal((1, 2, 0, false), (comparison.Pairs.Count, comparison.OnlyFirst, comparison.OnlySecond, comparison.AreEqual));
    }

    [Fact]
    public void Of_PointsThatGoByTheSameLabels_PairsThemInOrder()
    {
        using var folder = new SampleFolder("axes: [{ network.latency: [1, 2] }]\nlabels: { network.latency: [near, near] }").With(0, 100).With(1, 200);

        var comparison = Compare(folder, folder);

        Assert.Equal(["near False 0", "near False 0"], comparison.Pairs.Select(Show));
        Assert.True(comparison.AreEqual);
    }

    [Fact]
    public void Of_SweepsOfOtherKeys_NamesBoth()
    {
        using var first = new SampleFolder("axes: [{ network.latency: [1] }]");
        using var second = new SampleFolder("axes: [{ network.bandwidth: [1] }]");

        var refused = Assert.Throws<InvalidInputException>(() => Compare(first, second));

        Assert.Equal(
            "sweep: It varies network.bandwidth, but sweep varies network.latency. Compare sweeps of the same keys.", Assert.Single(refused.Problems).ToString());
    }

    private static SweepComparison Compare(SampleFolder first, SampleFolder second)
    {
        using SweepResults one = first.Results(), other = second.Results();
        return SweepComparison.Of(one, other);
    }

    private static string Show(PointPair pair) => FormattableString.Invariant($"{string.Join(' ', pair.Labels)} {pair.Differs} {pair.WallPercent:0.##}");

    private static string Show(AxisDifference axis) =>
        FormattableString.Invariant($"{axis.Label} {axis.Points} {axis.Differing} {axis.MeanPercent:0.##} {axis.LargestPercent:0.##}");
}
