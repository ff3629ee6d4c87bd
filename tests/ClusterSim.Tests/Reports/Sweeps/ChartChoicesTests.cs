using ClusterSim.Reports.Sweeps;
using Xunit;

namespace ClusterSim.Tests.Reports.Sweeps;

public sealed class ChartChoicesTests
{
    private static readonly (string, string[]) Sizes = ("workload.size", ["1KiB", "2KiB", "4KiB", "8KiB"]);
    private static readonly (string, string[]) Npus = ("network.npus_count", ["2", "4", "8"]);
    private static readonly (string, string[]) Topologies = ("network.topology", ["Ring", "Switch"]);

    [Fact]
    public void Of_AxesOfAllKinds_TakesTheLongestOfNumbersAndNpusForSpeedUp()
    {
        var choices = Choose(SamplePoints.Of(_ => 1, Topologies, Npus, Sizes));

        Assert.Equal((2, 1, 1, 2, 2, 1), (choices.X, choices.Series, choices.Scaling, choices.ScalingSeries, choices.Columns, choices.Rows));
    }

    [Fact]
    public void Of_OnlyNames_HasNoSpeedUp()
    {
        var choices = Choose(SamplePoints.Of(_ => 1, Topologies, ("workload.collective", ["all-reduce", "all-gather", "all-to-all"])));

        Assert.Equal((1, 0, null), (choices.X, choices.Series, choices.Scaling));
    }

    [Fact]
    public void Of_OneAxis_HasNoSecondForAHeatMap()
    {
        var choices = Choose(SamplePoints.Of(_ => 1, Sizes));

        Assert.Equal((0, null, null, null), (choices.X, choices.Series, choices.Columns, choices.Rows));
    }

    // Keys of one entry: to choose the one is to choose the other.
    [Fact]
    public void Of_AxesThatVaryTogether_DoesNotMakeCurvesOfEachOther()
    {
        var points = SamplePoints.OfLabels([["2", "741.34"], ["4", "741.34"], ["8", "400"]], _ => 1, _ => 1, "network.npus_count", "network.bandwidth");

        var choices = Choose(points);

        Assert.Equal((0, null, null), (choices.X, choices.Series, choices.Columns));
    }

    [Fact]
    public void Of_AnAxisOfTooManyValues_MakesNoCurveOfEach()
    {
        var many = ("system.seed", Enumerable.Range(0, 12).Select(value => $"{value}").ToArray());

        var choices = Choose(SamplePoints.Of(_ => 1, many, ("network.latency", [.. Enumerable.Range(0, 13).Select(value => $"{value}")])));

        Assert.Equal((1, null), (choices.X, choices.Series));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_ComputeOfAnNpu_TellsStrongFromWeakScaling(bool isStrong)
    {
        var points = SamplePoints.Of(_ => 100, label => isStrong ? 80.0 / int.Parse(label[0], System.Globalization.CultureInfo.InvariantCulture) : 80, Npus);

        Assert.Equal(isStrong, Choose(points).IsStrong);
    }

    private static ChartChoices Choose(SweepPoints points) => ChartChoices.Of(points, AxisRelations.Of(points.Axes));
}
