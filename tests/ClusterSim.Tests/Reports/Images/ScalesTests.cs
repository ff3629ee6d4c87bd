using ClusterSim.Reports.Images;
using Xunit;

namespace ClusterSim.Tests.Reports.Images;

public sealed class ScalesTests
{
    [Theory]
    [InlineData(3, 40, "5 10 20")]
    [InlineData(0.02, 50, "0.1 1 10")]
    [InlineData(900, 40_000_000, "1,000 10,000 100,000 1,000,000 10,000,000")]
    public void LogTicks_OfARange_AreRound(double low, double high, string expected) => Assert.Equal(expected, string.Join(' ', Scales.LogTicks(low, high).Texts));

    [Fact]
    public void WithRoom_TicksThatDoNotFit_LeavesEverySecondOrThird()
    {
        var ticks = Enumerable.Range(0, 9).Select(place => ((double)place, $"label {place}")).ToList();

        Assert.Equal(9, Scales.WithRoom(ticks, 8, 200).Texts.Length);
        Assert.Equal(["label 0", "label 2", "label 4", "label 6", "label 8"], Scales.WithRoom(ticks, 8, 50).Texts);
        Assert.Equal(["label 0"], Scales.WithRoom(ticks, 8, 5).Texts);
    }

    [Theory]
    [InlineData("2 4 8", true)]
    [InlineData("1 2 3 4 5 6", false)]
    [InlineData("1 10 1000", true)]
    [InlineData("100 200 300 400 500", false)]
    [InlineData("4 8", false)]
    [InlineData("0 1 10", false)]
    public void GrowByFactors_Values_AreTold(string values, bool expected) =>
        Assert.Equal(expected, Scales.GrowByFactors(values.Split(' ').Select(value => double.Parse(value, System.Globalization.CultureInfo.InvariantCulture))));
}
