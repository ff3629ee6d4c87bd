using System.Text.Json;
using ClusterSim.Inspection.Reading;
using ClusterSim.Reports.Runs.Timeline;
using Xunit;

namespace ClusterSim.Tests.Reports.Runs;

public sealed class TimelineDataTests
{
    [Fact]
    public void Data_OfFewNodes_TellsEachOfThem()
    {
        NodeSpan[] nodes = [new(1, 7, "a", "compute", 10, 30), new(1, 8, "b", "collective", 20, 50), new(1, 9, "skipped", "other", 50, 50)];

        var data = DataOf(nodes, [0, 50], 50);

        using var json = JsonDocument.Parse(data.Data.Json);
        Assert.Equal("""[{"npu":0,"finish":0,"spans":[[],[],[]]},{"npu":1,"finish":50,"spans":[[10,20,0],[20,30,1],[]]}]""", json.RootElement.GetProperty("rows").GetRawText());
        Assert.Equal("""["a","b"]""", json.RootElement.GetProperty("names").GetRawText());
        Assert.Equal((2, 0), (data.ExactNpus, data.SharedNpus));
    }

    [Theory]
    [InlineData(1024, 1_000)]
    [InlineData(8, 130_000)]
    [InlineData(5_000, 30)]
    [InlineData(2, 1)]
    public void Data_HoweverManyNodes_StaysSmall(int npus, int nodesOfNpu)
    {
        var end = 10L * nodesOfNpu;
        var nodes = from npu in Enumerable.Range(0, npus)
                    from node in Enumerable.Range(0, nodesOfNpu)
                    select new NodeSpan(npu, node, $"a_rather_long_name_of_a_layer_{node}", node % 3 == 0 ? "collective" : "compute", 10L * node, (10L * node) + 9);

        var data = DataOf(nodes, [.. Enumerable.Repeat(end, npus)], end);

        Assert.InRange(data.Data.Json.Length, 0, 4_500_000);
        Assert.Equal(npus, data.ExactNpus + data.SharedNpus);
    }

    // Half of each piece computes, whatever the pieces are.
    [Fact]
    public void Data_OfTooManyNodes_TellsShares()
    {
        const int count = 200_000;
        var nodes = Enumerable.Range(0, count).Select(node => new NodeSpan(0, node, "a", "compute", 20L * node, (20L * node) + 10));

        var data = DataOf(nodes, [20L * count], 20L * count);

        using var json = JsonDocument.Parse(data.Data.Json);
        var shares = json.RootElement.GetProperty("rows")[0].GetProperty("shares").EnumerateArray().Select(lane => lane.GetBytesFromBase64()).ToList();
        Assert.Equal((0, 1), (data.ExactNpus, data.SharedNpus));
        Assert.All(shares[(int)Lane.Compute], share => Assert.InRange(share, 126, 130));
        Assert.All(shares[(int)Lane.Communication], share => Assert.Equal(0, share));
        Assert.All(shares[^1], share => Assert.InRange(share, 126, 130));
    }

    [Fact]
    public void Data_OfNodesThatDoNotFit_TellsTheSlowestNpuInFull()
    {
        var nodes = from npu in Enumerable.Range(0, 4)
                    from node in Enumerable.Range(0, 50_000)
                    select new NodeSpan(npu, node, "a", "compute", 10L * node, (10L * node) + 5);

        var data = DataOf(nodes, [499_995, 499_995, 499_995, 500_000], 500_000);

        using var json = JsonDocument.Parse(data.Data.Json);
        var exact = json.RootElement.GetProperty("rows").EnumerateArray().Where(row => row.TryGetProperty("spans", out _)).Select(row => row.GetProperty("npu").GetInt32());
        Assert.Equal([0, 3], exact);
    }

    private static TimelineData DataOf(IEnumerable<NodeSpan> nodes, long[] finishes, long end)
    {
        var ofNpu = nodes.ToLookup(node => node.Npu);
        return new TimelineData([.. finishes.Select((finish, npu) => new NpuRow(npu, finish, ofNpu[npu], []))], end);
    }
}
