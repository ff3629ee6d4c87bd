using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Summary;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Workload.Summary;

public sealed class GraphSummaryTests
{
    [Fact]
    public void Of_Graph_AddsUpByKind()
    {
        var builder = new GraphBuilder("graph");
        var group = builder.GroupIndex("7");
        builder.Add(Compute(0, 5) with { Operations = 3 }, []);
        builder.Add(Compute(1, 7) with { IsCpuOperation = true, Operations = 4 }, []);
        builder.Add(new TraceNode { Id = 2, Kind = NodeKind.Collective, Collective = CollectiveKind.AllGather, Size = new(10), Group = group }, []);
        builder.Add(new TraceNode { Id = 3, Kind = NodeKind.Collective, Collective = CollectiveKind.AllGather, Size = new(20), Group = group }, []);
        builder.Add(new TraceNode { Id = 4, Kind = NodeKind.Collective, Collective = CollectiveKind.AllGather, Size = new(40) }, []);
        builder.Add(new TraceNode { Id = 5, Kind = NodeKind.Send, Peer = 1, Size = new(80) }, []);
        builder.Add(new TraceNode { Id = 6, Kind = NodeKind.Receive, Peer = 1, Size = new(160) }, []);
        builder.Add(new TraceNode { Id = 7, Kind = NodeKind.MemoryStore, Size = new(320) }, []);

        var summary = GraphSummary.Of(builder.Build(), Recorded);

        Assert.Equal(
            (8, 2, 3, 1, 1, 1),
            (summary.Nodes, summary.Count(NodeKind.Compute), summary.Count(NodeKind.Collective), summary.Count(NodeKind.Send), summary.Count(NodeKind.Receive), summary.Count(NodeKind.MemoryStore)));
        Assert.Equal((5, 7, 7, 320), (summary.Compute.Ns, summary.HostCompute.Ns, summary.Operations, summary.MemoryAccess.Bytes));
        Assert.Equal(
            new Dictionary<Traffic, TrafficAmount>
            {
                [new(CollectiveKind.AllGather, "7", uint.MaxValue)] = new(2, new(30)),
                [new(CollectiveKind.AllGather, "", uint.MaxValue)] = new(1, new(40)),
                [new(null, "", uint.MaxValue)] = new(1, new(80)),
            },
            summary.Traffic);
    }

    // Compute nodes 0 to 3 in a diamond, with a collective, which takes no time, on one of its ways.
    [Fact]
    public void Of_Diamond_FollowsTheLongerWay()
    {
        var builder = new GraphBuilder("graph");
        builder.Add(Compute(0, 5), []);
        builder.Add(Compute(1, 7), [0]);
        builder.Add(Compute(2, 100), [0]);
        builder.Add(new TraceNode { Id = 9, Kind = NodeKind.Collective, Duration = new(10_000), Size = new(1) }, [2]);
        builder.Add(Compute(3, 11), [1, 9]);

        Assert.Equal(116, GraphSummary.Of(builder.Build(), Recorded).CriticalPath.Ns);
    }

    [Fact]
    public void CriticalPath_RandomGraph_IsThatOfTheDefinition()
    {
        Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 20].Array[0, 3]).Array[0, 20].Sample(nodes =>
        {
            var builder = new GraphBuilder("graph");
            var ends = new long[nodes.Length];
            foreach (var (i, (duration, parents)) in nodes.Index())
            {
                ulong[] before = [.. parents.Where(parent => parent < i).Select(parent => (ulong)parent)];
                builder.Add(Compute((ulong)i, duration), before);
                ends[i] = duration + before.Select(parent => ends[parent]).Append(0).Max();
            }

            Assert.Equal(ends.Append(0).Max(), GraphSummary.Of(builder.Build(), Recorded).CriticalPath.Ns);
        });
    }

    private static SimDuration Recorded(in TraceNode node) => node.Duration;

    private static TraceNode Compute(ulong id, long ns) => new() { Id = id, Kind = NodeKind.Compute, Duration = new(ns) };
}
