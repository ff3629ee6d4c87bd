using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Collectives;
using ClusterSim.Workload.Graph;
using Xunit;

namespace ClusterSim.Tests.Workload.Collectives;

public sealed class SingleCollectiveTests
{
    [Theory]
    [InlineData(CollectiveKind.AllReduce, "all-reduce")]
    [InlineData(CollectiveKind.AllGather, "all-gather")]
    [InlineData(CollectiveKind.AllToAll, "all-to-all")]
    [InlineData(CollectiveKind.ReduceScatter, "reduce-scatter")]
    public void ToGraph_OneMebibyte_IsTheRecordedTrace(CollectiveKind kind, string name)
    {
        using var stream = new MemoryStream();

        ChakraWriter.Write(new SingleCollective(kind, new ByteSize(1 << 20)).ToGraph(), stream);

        Assert.Equal(File.ReadAllBytes(RecordedTraces.PathOf($"hgx-h100-8-{name}-1mb-aware")), stream.ToArray());
    }

    [Fact]
    public void ToGraph_Repeated_IsAChain()
    {
        var graph = new SingleCollective(CollectiveKind.AllGather, new ByteSize(8), Repeat: 3).ToGraph();

        var expected = new TraceNode { Id = 2, Kind = NodeKind.Collective, Collective = CollectiveKind.AllGather, Size = new ByteSize(8) };
        Assert.Equal(expected, graph[2]);
        Assert.Equal([0, 1, 1], Enumerable.Range(0, 3).Select(graph.DependencyCount));
        Assert.Equal([2], graph.Children(1).ToArray());
    }

    [Theory]
    [InlineData(1, "all-reduce of 1,024 B")]
    [InlineData(5, "all-reduce of 1,024 B, 5 times")]
    public void Name_Collective_SaysKindSizeAndRepetitions(int repeat, string name)
    {
        Assert.Equal(name, new SingleCollective(CollectiveKind.AllReduce, new ByteSize(1024), repeat).Name);
    }

    [Fact]
    public void ToGraph_EverythingWrong_ReportsAll()
    {
        Assert.Equal(
            [
                "collective: reduce-scatter-block cannot be simulated; allowed: all-reduce, all-gather, all-to-all, reduce-scatter, broadcast, reduce, gather, scatter, barrier.",
                "size: It is -1 B; allowed: 0 B and more.",
                "repeat: It is 0; allowed: 1 to 20000000.",
            ],
            ProblemsOf.All(() => new SingleCollective(CollectiveKind.ReduceScatterBlock, new ByteSize(-1), 0).ToGraph()));
    }

    [Fact]
    public void ToGraph_TooManyRepetitions_SaysWhatIsAllowed()
    {
        Assert.Equal(
            "repeat: It is 20000001; allowed: 1 to 20000000.",
            ProblemsOf.Single(() => new SingleCollective(CollectiveKind.AllReduce, new ByteSize(1), 20_000_001).ToGraph()));
    }
}
