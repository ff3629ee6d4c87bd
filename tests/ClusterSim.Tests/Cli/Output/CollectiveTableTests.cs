using ClusterSim.Cli.Output;
using Xunit;

namespace ClusterSim.Tests.Cli.Output;

public sealed class CollectiveTableTests
{
    [Fact]
    public void Of_FewCollectives_KeepsTheirOrder()
    {
        var table = CollectiveTable.Of([Samples.Collective("a", 10), Samples.Collective("b", 20)]);

        Assert.Equal(["a", "b"], table.Rows.Select(row => row[0]));
    }

    [Fact]
    public void Of_ManyCollectives_ShowsTheLongest()
    {
        var collectives = Enumerable.Range(1, 30).Select(i => Samples.Collective($"c{i}", i)).ToList();

        var table = CollectiveTable.Of(collectives);

        Assert.Equal("c30", table.Rows[0][0]);
        Assert.StartsWith($"The {table.Rows.Count} longest of 30 collectives", CollectiveTable.Caption(collectives), StringComparison.Ordinal);
    }
}
