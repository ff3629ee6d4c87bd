using ClusterSim.Sweeps.Running;
using Xunit;

namespace ClusterSim.Tests.Sweeps.Running;

public sealed class ResultPartsTests
{
    private const int Columns = 3;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(ResultParts.ValuesAPart / Columns, 1)]
    [InlineData((ResultParts.ValuesAPart / Columns) + 1, 2)]
    [InlineData(10_000, 4)]
    public void Result_OfAnySize_IsWholeAgainAfterTheLastPart(int entries, int expectedParts)
    {
        var result = Result(entries);
        var parts = ResultParts.Of(result, next: null).ToArray();
        var inbox = new ResultParts();

        var whole = parts.Select(inbox.Add).ToArray();

        Assert.Equal(expectedParts, parts.Length);
        Assert.All(parts, part => Assert.InRange(part.Result.Values.Length, 0, ResultParts.ValuesAPart));
        Assert.All(whole[..^1], Assert.Null);
        Assert.Equal(result.NpuCounts, whole[^1]!.NpuCounts);
        Assert.Equal(result.Values, whole[^1]!.Values);
    }

    [Fact]
    public void Add_PartIsLost_GivesTheResultWhenAllCameAgain()
    {
        var result = Result(10_000);
        var parts = ResultParts.Of(result, next: null).ToArray();
        var inbox = new ResultParts();

        PointFinished[] lossy = [parts[0], parts[2], parts[3]];
        Assert.All(lossy, part => Assert.Null(inbox.Add(part)));

        Assert.Equal(result.Values, Array.ConvertAll(parts, inbox.Add)[^1]!.Values);
    }

    private static PointResult Result(int entries) => new()
    {
        Point = 7,
        Attempt = 1,
        Node = "node",
        NpuCounts = [.. Enumerable.Range(1, entries)],
        Values = [.. Enumerable.Range(0, entries * Columns).Select(value => (long)value)],
    };
}
