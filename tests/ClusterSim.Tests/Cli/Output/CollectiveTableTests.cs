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

    [Fact]
    public void Of_NamesThatGarbleATerminal_ShowsThemAsText()
    {
        var collective = Samples.Collective("a\u001b[2J" + new string('x', 500), 10) with { Group = "g\n", Algorithm = "b\u0007" };

        var row = CollectiveTable.Of([collective]).Rows[0];

        Assert.Equal($"a\\u001B[2J{new string('x', 55)}...", row[0]);
        Assert.Equal("b\\u0007", row[2]);
        Assert.EndsWith("of group g\\u000A", row[3], StringComparison.Ordinal);
    }
}
