using ClusterSim.Reports.Sweeps;
using Xunit;

namespace ClusterSim.Tests.Reports.Sweeps;

public sealed class AxisEffectTests
{
    // Wall time is the product of both: 2, 4 or 8 times 1 or 3.
    [Fact]
    public void AllOf_AProduct_IsTheSpanOfEachFactor()
    {
        var points = SamplePoints.Of(Product, ("one", ["2", "4", "8"]), ("other", ["1", "3"]));

        var effects = AxisEffect.AllOf(points);

        Assert.Equal([(4, 4), (3, 3)], effects.Select(effect => (Math.Round(effect.Mean!.Value, 9), Math.Round(effect.Largest!.Value, 9))));
    }

    [Fact]
    public void AllOf_GroupsThatDiffer_AreAveragedAsFactors()
    {
        var points = SamplePoints.Of(label => label[1] == "far" ? Product([label[0]]) : 1, ("one", ["1", "4"]), ("other", ["near", "far"]));

        Assert.Equal((2, 4), (Math.Round(AxisEffect.AllOf(points)[0].Mean!.Value, 9), AxisEffect.AllOf(points)[0].Largest));
    }

    [Fact]
    public void AllOf_PointsThatNobodyRan_AreLeftOut()
    {
        var points = SamplePoints.Of(label => label[0] == "4" ? null : 1, ("one", ["2", "4"]));

        Assert.Equal([null], AxisEffect.AllOf(points).Select(effect => effect.Mean));
    }

    private static double? Product(string[] label) => label.Aggregate(1.0, (product, part) => product * double.Parse(part, System.Globalization.CultureInfo.InvariantCulture));
}
