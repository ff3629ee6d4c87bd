using ClusterSim.Hosting.Diagnosis;
using Xunit;

namespace ClusterSim.Tests.Hosting.Diagnosis;

public sealed class WaitCyclesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("0-1 1-2", "")]
    [InlineData("0-0", "0")]
    [InlineData("1-0 0-1", "0 1")]
    [InlineData("5-0 0-2 2-1 1-0 1-9", "0 2 1")]
    [InlineData("0-1 1-2 2-0 0-2", "0 2")]
    [InlineData("0-3 3-0 1-2 2-1 2-3", "0 3, 1 2")]
    [InlineData("0-1 1-2 2-1", "1 2")]
    public void In_SomeEdges_FindsTheShortestFromTheLowest(string edges, string expected)
    {
        var cycles = WaitCycles.In(edges.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(edge => edge.Split('-'))
            .Select(ends => (int.Parse(ends[0]), int.Parse(ends[1]))));

        Assert.Equal(expected, string.Join(", ", cycles.Select(cycle => string.Join(' ', cycle))));
    }

    // All-to-all among many has as many edges as pairs.
    [Fact]
    public void In_ManyWhoAllWaitForEachOther_StaysSmall()
    {
        var cycles = WaitCycles.In(
            from npu in Enumerable.Range(0, 300)
            from other in Enumerable.Range(0, 300)
            where npu != other
            select (npu, other));

        Assert.Equal([[0, 1], [2, 3], [4, 5], [6, 7]], cycles);
    }
}
