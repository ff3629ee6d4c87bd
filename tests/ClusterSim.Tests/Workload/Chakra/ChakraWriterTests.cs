using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Collectives;
using ClusterSim.Workload.Graph;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Workload.Chakra;

public sealed class ChakraWriterTests
{
    private static readonly CollectiveKind[] Kinds = [.. CollectiveNames.Simulated];

    // Written by Chakra's own Python tools: one of each family that the writer can say in the same way.
    [Theory]
    [InlineData("resnet50-serial-8-aware", 0)]
    [InlineData("resnet50-overlap-8-aware", 0)]
    [InlineData("ref-pipeline-002-fullyconnected8-mb6", 3)]
    [InlineData("ref-groups-001-ring-tp2-dp4", 1)]
    [InlineData("ref-roofline-000-4", 0)]
    [InlineData("ref-feature-explicit-priority-0", 0)]
    public void Write_RecordedTrace_GivesTheSameBytes(string name, int rank)
    {
        var path = RecordedTraces.PathOf(name, rank);

        var written = Write(ChakraReader.Read(path, rank), npu: rank);

        Assert.Equal(File.ReadAllBytes(path), written);
    }

    [Fact]
    public void Write_RandomGraph_ReadsBackTheSame()
    {
        GenGraph.Sample(graph =>
        {
            var read = Read(Write(graph), new TraceOptions { TrackTensors = true });

            AssertEqual(graph, read);
        });
    }

    [Fact]
    public void Write_NpuGiven_NamesItAtThisEnd()
    {
        var trace = Write(GraphOf(new TraceNode { Id = 1, Kind = NodeKind.Send, Peer = 2 }), npu: 5);

        Assert.Contains("NPU 5 sends (comm_src)", ProblemsOf.Single(() => Read(trace)), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NpuNotGiven_LeavesThisEndOut()
    {
        var trace = Write(GraphOf(new TraceNode { Id = 1, Kind = NodeKind.Receive, Peer = 2 }));

        Assert.Equal(1, Read(trace).Count);
    }

    [Fact]
    public void Write_NodeByNode_IsATrace()
    {
        using var stream = new MemoryStream();
        using (var writer = new ChakraWriter(stream))
        {
            writer.Write(new TraceNode { Id = 0, Kind = NodeKind.Compute }, []);
            writer.Write(new TraceNode { Id = 1, Kind = NodeKind.Collective }, [0], "all_reduce", group: "tp");
        }

        var graph = Read(stream.ToArray());

        Assert.Equal((1, "all_reduce", "tp"), (graph.DependencyCount(1), graph.Names[1], graph.GroupNames[graph[1].Group]));
    }

    [Fact]
    public void Write_MetadataGroups_ReadBackTheSame()
    {
        var values = """['[{"pg_name":"it\u0027s","ranks":[1,0]},{"pg_name":"all","ranks":[]}]']""";
        var graph = Read(TraceMessages.ToBytes(TraceMessages.Metadata(0, values), TraceMessages.Compute(1)));

        var read = Read(Write(graph));

        Assert.Equal(["it's", "all"], read.MetadataGroups.Select(group => group.Name));
        Assert.Equal([1, 0], read.MetadataGroups[0].Ranks);
    }

    [Fact]
    public void Write_NodeAfterOneThatDefinesGroups_DefinesNone()
    {
        var values = """['[{"pg_name":"tp","ranks":[0]}]']""";
        var trace = Write(Read(TraceMessages.ToBytes(TraceMessages.Metadata(0, values), TraceMessages.Metadata(1, ""))));

        Assert.Equal([0UL], Read(trace).MetadataGroups.Select(group => group.NodeId));
    }

    [Fact]
    public void Write_DurationWithinAMicrosecond_Throws()
    {
        using var writer = new ChakraWriter(new MemoryStream());

        var exception = Assert.Throws<ArgumentException>(
            () => writer.Write(new TraceNode { Id = 7, Kind = NodeKind.Compute, Duration = new SimDuration(1500) }, []));

        Assert.StartsWith("Node 7 lasts 1,500 ns; Chakra knows whole microseconds only.", exception.Message, StringComparison.Ordinal);
    }

    private static Gen<TraceNode> GenNode(ulong id) =>
        Gen.Select(
            Gen.Enum<NodeKind>(),
            Gen.Bool,
            Gen.Int[0, Kinds.Length - 1],
            Gen.Long[0, 1_000_000_000],
            Gen.Long[0, 1L << 53],
            Gen.Int[1, int.MaxValue],
            Gen.Long,
            Gen.Select(Gen.Int[-1, 2], Gen.Int, Gen.UInt))
        .Select((kind, isCpu, collective, microseconds, size, peer, tag, more) =>
        {
            var duration = SimDuration.FromMicroseconds(microseconds);
            var node = new TraceNode { Id = id, Kind = kind, IsCpuOperation = isCpu, Duration = duration };
            return kind switch
            {
                NodeKind.Compute => node with { Operations = tag & ((1L << 60) - 1), Size = new ByteSize(size) },
                NodeKind.MemoryLoad or NodeKind.MemoryStore => node with { Size = new ByteSize(size) },
                NodeKind.Send or NodeKind.Receive => node with { Peer = peer, Tag = tag, Size = new ByteSize(size) },
                NodeKind.Collective => node with
                {
                    Collective = Kinds[collective],
                    Size = new ByteSize(size),
                    Group = more.Item1,
                    Peer = KindTraits.HasRoot(Kinds[collective]) ? peer : 0,
                    Priority = more.Item2,
                    InvolvedDimensions = more.Item3,
                },
                _ => node,
            };
        });

    private static Gen<ExecutionGraph> GenGraph =>
        Gen.Select(Gen.ULong[0, 1UL << 40], Gen.Int[0, 30]).SelectMany((first, count) =>
            Gen.Select(
                Gen.Int[0, int.MaxValue].Array[0, 4].Array[count],
                Gen.String[0, 12].Array[count],
                Gen.Select(Gen.Int[0, 3], Gen.Long[0, 100]).Array[0, 3].Array[count],
                Gen.Shuffle(Enumerable.Range(0, count).ToArray()),
                GenNodes(first, count))
            .Select(Build));

    // Ids leave gaps.
    private static Gen<TraceNode[]> GenNodes(ulong first, int count)
    {
        var nodes = Gen.Const(Array.Empty<TraceNode>());
        for (var i = 0; i < count; i++)
        {
            nodes = Gen.Select(nodes, GenNode(first + (ulong)i * 3), (before, node) => (TraceNode[])[.. before, node]);
        }

        return nodes;
    }

    private static ExecutionGraph Build(int[][] dependencies, string[] names, (int, long)[][] tensors, int[] order, TraceNode[] nodes)
    {
        var builder = new GraphBuilder("random", withTensors: true);
        foreach (var name in (string[])["a", "7", "üñí"])
        {
            builder.GroupIndex(name);
        }

        foreach (var i in order)
        {
            TensorUse[] uses = [.. tensors[i].Select(use => new TensorUse(builder.TensorIndex($"t{use.Item1}"), new ByteSize(use.Item2)))];
            ulong[] after = i == 0 ? [] : [.. dependencies[i].Select(d => nodes[d % i].Id)];
            builder.Add(nodes[i], after, names[i], uses, uses.AsSpan(uses.Length / 2));
        }

        return builder.Build();
    }

    private static void AssertEqual(ExecutionGraph expected, ExecutionGraph actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            // Group and tensor numbers follow the order of the file: what counts is the names.
            Assert.Equal(expected[i] with { Group = 0 }, actual[i] with { Group = 0 });
            Assert.Equal(GroupName(expected, i), GroupName(actual, i));
            Assert.Equal(Utf8(expected.Names[i]), actual.Names[i]);
            Assert.Equal(expected.DependencyCount(i), actual.DependencyCount(i));
            Assert.Equal(expected.Children(i).ToArray(), actual.Children(i).ToArray());
            Assert.Equal(Named(expected, expected.Tensors!.Reads(i)), Named(actual, actual.Tensors!.Reads(i)));
            Assert.Equal(Named(expected, expected.Tensors!.Writes(i)), Named(actual, actual.Tensors!.Writes(i)));
        }
    }

    private static string GroupName(ExecutionGraph graph, int index) => graph[index].Group < 0 ? "" : graph.GroupNames[graph[index].Group];

    private static string[] Named(ExecutionGraph graph, ReadOnlySpan<TensorUse> uses) =>
        Array.ConvertAll(uses.ToArray(), use => $"{graph.Tensors!.Names[use.Tensor]} {use.Size}");

    // Half of a surrogate pair has no form in UTF-8.
    private static string Utf8(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));

    private static ExecutionGraph GraphOf(TraceNode node)
    {
        var builder = new GraphBuilder("one");
        builder.Add(node, []);
        return builder.Build();
    }

    private static byte[] Write(ExecutionGraph graph, int? npu = null)
    {
        using var stream = new MemoryStream();
        ChakraWriter.Write(graph, stream, npu);
        return stream.ToArray();
    }

    private static ExecutionGraph Read(byte[] trace, TraceOptions? options = null) =>
        ChakraReader.Read(new MemoryStream(trace), "trace", 0, options);
}
