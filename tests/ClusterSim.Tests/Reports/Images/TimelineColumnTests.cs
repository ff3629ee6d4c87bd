using ClusterSim.Inspection.Reading;
using ClusterSim.Reports.Images.Runs;
using ClusterSim.Reports.Runs.Timeline;
using Xunit;

namespace ClusterSim.Tests.Reports.Images;

public sealed class TimelineColumnTests
{
    private const long End = 1_000_000;

    [Fact]
    public void ExposedCommunication_HoweverShort_IsSeen()
    {
        var row = new NpuRow(0, End, [Node("compute", 0, 500_000), Node("collective", 500_000, 500_001), Node("compute", 500_001, End)], []);

        var exposed = TimelineColumn.Of(row, End).Where(column => column.HeightOf(TimelineUse.Exposed) > 0).ToList();

        Assert.True(Assert.Single(exposed).HeightOf(TimelineUse.Exposed) >= 0.3);
        Assert.Equal(1, exposed[0].HeightOf(TimelineUse.Compute));
    }

    [Fact]
    public void Columns_OfAnNpu_TellWhatItDidAndNothingElse()
    {
        var row = new NpuRow(
            0, End, [Node("compute", 0, 500_000), Node("collective", 250_000, 750_000), Node("memory-store", 750_000, 800_000)], []);

        var columns = TimelineColumn.Of(row, End);

        Assert.Equal(
            [TimelineUse.Compute, TimelineUse.Exposed, TimelineUse.Memory, TimelineUse.Idle],
            columns.SelectMany(column => column.Shares.Select(share => share.Use)).Distinct());
        Assert.All(columns, column => Assert.Equal(1, column.HeightOf(column.Shares[^1].Use)));
        Assert.Equal((0, End), (columns[0].FromNs, columns[^1].ToNs));
    }

    [Fact]
    public void Columns_OfAnNpuThatIsStuck_EndWithWhatNeverEnded()
    {
        var row = new NpuRow(0, null, [Node("compute", 0, 500_000)], [Node("receive", 500_000, End)]);

        var columns = TimelineColumn.Of(row, End);

        Assert.Equal([TimelineUse.Compute, TimelineUse.Never], columns.SelectMany(column => column.Shares.Select(share => share.Use)).Distinct());
        Assert.Equal(500_000, columns.First(column => column.HeightOf(TimelineUse.Never) > 0).FromNs);
    }

    [Fact]
    public void Columns_BehindTheFinish_AreEmpty()
    {
        var columns = TimelineColumn.Of(new NpuRow(0, 500_000, [Node("compute", 0, 500_000)], []), End);

        Assert.All(columns, column => Assert.Equal(column.FromNs < 500_000 ? 1 : 0, column.Shares.Count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Columns_OfAShortRun_AreNoShorterThanANanosecond(long end)
    {
        var columns = TimelineColumn.Of(new NpuRow(0, end, [Node("compute", 0, end)], []), end);

        Assert.All(columns, column => Assert.Equal(1, column.ToNs - column.FromNs));
    }

    private static NodeSpan Node(string kind, long startNs, long endNs) => new(0, 1, "", kind, startNs, endNs);
}
