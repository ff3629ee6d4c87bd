using ClusterSim.Core.Collectives;
using ClusterSim.Core.Input;
using ClusterSim.Core.Units;
using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Graph;
using CsCheck;
using Google.Protobuf;
using Xunit;
using static ClusterSim.Tests.Workload.TraceMessages;

namespace ClusterSim.Tests.Workload.Chakra;

/// <summary>What a right trace says. Mistakes are in <see cref="ChakraFileMistakeTests"/> and its neighbours.</summary>
public sealed class ChakraReaderTests
{
    [Fact]
    public void Read_ComputeNode_HasDurationOperationsAndSize()
    {
        var node = Compute(3).With(Int("num_ops", 7), Int("tensor_size", 9), new AttributeProto { Name = "is_cpu_op", BoolVal = true });

        var expected = new TraceNode
        {
            Id = 3,
            Kind = NodeKind.Compute,
            IsCpuOperation = true,
            Duration = new SimDuration(1000),
            Operations = 7,
            Size = new ByteSize(9),
        };
        Assert.Equal(expected, ReadNode(node));
    }

    [Fact]
    public void Read_SendNode_HasPeerSizeAndTag()
    {
        var expected = new TraceNode { Id = 1, Kind = NodeKind.Send, Peer = 4, Size = new ByteSize(5), Tag = 6 };
        Assert.Equal(expected, ReadNode(Send(1, to: 4, size: 5, tag: 6)));
    }

    [Fact]
    public void Read_ReceiveNode_HasPeerSizeAndTag()
    {
        var expected = new TraceNode { Id = 1, Kind = NodeKind.Receive, Peer = 4, Size = new ByteSize(5), Tag = 6 };
        Assert.Equal(expected, ReadNode(Receive(1, from: 4, size: 5, tag: 6)));
    }

    [Fact]
    public void Read_SendWithoutTag_HasTag0()
    {
        Assert.Equal(0, ReadNode(Send(1, to: 4).Without("comm_tag")).Tag);
    }

    [Fact]
    public void Read_CollectiveNode_HasKindSizeAndPriority()
    {
        var node = Collective(1, CollectiveCommType.AllGather, 64).With(Int("comm_priority", -3));

        var expected = new TraceNode
        {
            Id = 1,
            Kind = NodeKind.Collective,
            Collective = CollectiveKind.AllGather,
            Size = new ByteSize(64),
            Priority = -3,
        };
        Assert.Equal(expected, ReadNode(node));
    }

    [Theory]
    [InlineData(NodeKind.MemoryLoad)]
    [InlineData(NodeKind.MemoryStore)]
    public void Read_MemoryNode_HasSize(NodeKind kind)
    {
        var expected = new TraceNode { Id = 1, Kind = kind, Size = new ByteSize(64) };
        Assert.Equal(expected, ReadNode(Node(1, (NodeType)kind, Int("tensor_size", 64), Int("tensor_loc", 1))));
    }

    [Fact]
    public void Read_InvalidNode_IsKept()
    {
        Assert.Equal(new TraceNode { Id = 1, Kind = NodeKind.Invalid }, ReadNode(Node(1, NodeType.InvalidNode)));
    }

    [Fact]
    public void Read_CollectiveOfAGroup_NamesIt()
    {
        var graph = Read(Collective(0, group: "tp"), Collective(1), Collective(2, group: "0"), Collective(3, group: ""));

        Assert.Equal([0, -1, -1, -1], Enumerable.Range(0, 4).Select(i => graph[i].Group));
        Assert.Equal(["tp"], graph.GroupNames);
    }

    [Fact]
    public void Read_GroupWithALongName_NamesIt()
    {
        var name = new string('g', 1000);

        Assert.Equal([name], Read(Collective(0, group: name)).GroupNames);
    }

    [Theory]
    [InlineData(new[] { true, false }, 0xFFFFFFFDu)]
    [InlineData(new[] { false, true, false }, 0xFFFFFFFAu)]
    [InlineData(new[] { true, true }, 0xFFFFFFFFu)]
    [InlineData(new bool[0], 0xFFFFFFFFu)]
    public void Read_InvolvedDimensions_LeavesOutThoseThatAreListedAsFalse(bool[] list, uint mask)
    {
        var attribute = new AttributeProto { Name = "involved_dim", BoolList = new BoolList { Values = { list } } };

        Assert.Equal(mask, ReadNode(Collective(1).With(attribute)).InvolvedDimensions);
    }

    [Fact]
    public void Read_MoreDimensionsThanAMaskHolds_LeavesOutTheRest()
    {
        var list = new BoolList { Values = { Enumerable.Repeat(true, 32).Append(false) } };
        var attribute = new AttributeProto { Name = "involved_dim", BoolList = list };

        Assert.Equal(uint.MaxValue, ReadNode(Collective(1).With(attribute)).InvolvedDimensions);
    }

    [Fact]
    public void Read_Broadcast_NeedsNoSize()
    {
        Assert.Equal(CollectiveKind.Broadcast, ReadNode(Collective(1, CollectiveCommType.Broadcast).Without("comm_size")).Collective);
    }

    [Theory]
    [InlineData("Int32")]
    [InlineData("Int64")]
    [InlineData("Uint32")]
    [InlineData("Uint64")]
    [InlineData("Sint32")]
    [InlineData("Sint64")]
    [InlineData("Fixed32")]
    [InlineData("Fixed64")]
    [InlineData("Sfixed32")]
    [InlineData("Sfixed64")]
    public void Read_IntegerOfAnyWidth_HasItsValue(string width)
    {
        var node = Collective(1).Without("comm_size").With(Integer("comm_size", width, 1_000_000_007));

        Assert.Equal(1_000_000_007, ReadNode(node).Size.Bytes);
    }

    [Theory]
    [InlineData("Int32")]
    [InlineData("Int64")]
    [InlineData("Sint32")]
    [InlineData("Sint64")]
    [InlineData("Sfixed32")]
    [InlineData("Sfixed64")]
    public void Read_NegativeIntegerOfAnySignedWidth_HasItsValue(string width)
    {
        var node = Collective(1).With(Integer("comm_priority", width, -2_000_000_000));

        Assert.Equal(-2_000_000_000, ReadNode(node).Priority);
    }

    [Fact]
    public void Read_LargestSize_IsKept()
    {
        var size = new AttributeProto { Name = "tensor_size", Uint64Val = 1UL << 53 };

        Assert.Equal(1L << 53, ReadNode(Node(1, NodeType.MemLoadNode, size)).Size.Bytes);
    }

    [Fact]
    public void Read_IsCpuOperationAsInteger_IsTakenAsBool()
    {
        Assert.True(ReadNode(Compute(1).With(Int("is_cpu_op", 1))).IsCpuOperation);
    }

    [Fact]
    public void Read_ControlAndDataDependencies_AreMerged()
    {
        var node = Compute(3, 1, 2);
        node.CtrlDeps.Add([0, 1]);

        Assert.Equal(3, Read(Compute(0), Compute(1), Compute(2), node).DependencyCount(3));
    }

    [Fact]
    public void Read_UnpackedDependencies_AreFound()
    {
        // Field 5 as single varints, as old writers put them.
        byte[] node = [0x08, 0x02, 0x18, 0x04, 0x28, 0x00, 0x28, 0x01];
        byte[] trace = [.. ToBytes(Compute(0), Compute(1)), (byte)node.Length, .. node];

        Assert.Equal(2, Read(trace).DependencyCount(2));
    }

    [Fact]
    public void Read_UnknownFieldsAndAttributes_AreSkipped()
    {
        var node = Compute(1).With(
            new AttributeProto { Name = "stack", StringList = new StringList { Values = { "a", "b" } } },
            new AttributeProto { Name = "loss", DoubleVal = 0.5 },
            new AttributeProto { Name = "none", DocString = "has no value" });
        byte[] attribute = [0xF8, 0x07, 0x01];
        byte[] unknown = [0xF8, 0x07, 0x01, 0x52, (byte)attribute.Length, .. attribute, .. node.ToByteArray()];
        byte[] trace = [.. ToBytes(), (byte)unknown.Length, .. unknown];

        Assert.Equal(1UL, Read(trace)[0].Id);
    }

    [Fact]
    public void Read_MetadataWithLongAttributes_IsSkipped()
    {
        using var stream = new MemoryStream();
        new GlobalMetadata { Version = "1", Attr = { Text("input_file", new string('x', 300_000)) } }.WriteDelimitedTo(stream);
        Compute(5).WriteDelimitedTo(stream);

        Assert.Equal(5UL, Read(stream.ToArray())[0].Id);
    }

    [Fact]
    public void Read_TraceWithoutNodes_IsEmpty()
    {
        Assert.Equal(0, Read(ToBytes()).Count);
    }

    [Fact]
    public void Read_StreamThatTrickles_GivesTheSameGraph()
    {
        var trace = ToBytes([.. Enumerable.Range(0, 100).Select(i => Compute((ulong)i, i == 0 ? [] : [(ulong)(i - 1)]))]);

        var graph = ChakraReader.Read(new TricklingStream(trace, 3), "trace", 0);

        Assert.Equal((100, 1), (graph.Count, graph.DependencyCount(99)));
    }

    [Fact]
    public void Read_MetadataNode_DefinesGroups()
    {
        var graph = Read(Metadata(4, """['[{"pg_name":"1","ranks":[0,1]}, {"pg_name": 2, "pg_desc": "x", "ranks": []}]']"""));

        Assert.Equal(
            ["4 1 [0,1]", "4 2 []"],
            graph.MetadataGroups.Select(group => $"{group.NodeId} {group.Name} [{string.Join(',', group.Ranks)}]"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("['[]']")]
    public void Read_MetadataNodeWithoutValues_DefinesNoGroups(string values)
    {
        Assert.Empty(Read(Metadata(4, values)).MetadataGroups);
    }

    [Fact]
    public void Read_TensorsTracked_GivesReadsAndWrites()
    {
        var trace = ToBytes(
            Compute(1).With(Texts("outputs", "a", "8")),
            Compute(2).With(Texts("inputs", "a", "8", "b", "16"), Texts("outputs")));

        var tensors = ChakraReader.Read(new MemoryStream(trace), "trace", 0, new TraceOptions { TrackTensors = true }).Tensors!;

        Assert.Equal(["a", "b"], tensors.Names);
        Assert.Equal([new TensorUse(0, new ByteSize(8))], tensors.Writes(0).ToArray());
        Assert.Equal([new TensorUse(0, new ByteSize(8)), new TensorUse(1, new ByteSize(16))], tensors.Reads(1).ToArray());
        Assert.Equal([], tensors.Writes(1).ToArray());
    }

    [Fact]
    public void Read_TensorsNotTracked_SkipsThem()
    {
        Assert.Null(Read(Compute(1).With(Texts("inputs", "a"))).Tensors);
    }

    [Fact]
    public void Read_ReplayOnly_NeedsNothingToCommunicateBy()
    {
        Node[] nodes =
        [
            Node(0, NodeType.CommSendNode), Node(1, NodeType.CommRecvNode), Node(2, NodeType.CommCollNode), Node(3, NodeType.MemLoadNode),
            Collective(4, CollectiveCommType.Barrier), Send(5, to: 0),
        ];

        var graph = ChakraReader.Read(new MemoryStream(ToBytes(nodes)), "trace", 0, new TraceOptions { ReplayOnly = true });

        Assert.Equal(6, graph.Count);
    }

    [Fact]
    public void Read_OwnNpuNamedAtThisEnd_IsRight()
    {
        byte[] trace = ToBytes(Send(1, to: 4).With(Int("comm_src", 3)), Receive(2, from: 4).With(Int("comm_dst", 3)));

        Assert.Equal(2, ChakraReader.Read(new MemoryStream(trace), "trace", 3).Count);
    }

    [Fact]
    public void Read_RecordedTrace_HasItsNodes()
    {
        var graph = ChakraReader.Read(RecordedTraces.PathOf("ref-pipeline-002-fullyconnected8-mb6"), 0);

        var expected = new TraceNode { Id = 3, Kind = NodeKind.Send, Peer = 1, Size = new ByteSize(3_333_333), Tag = 1 };
        Assert.Equal((expected, "send1"), (graph[3], graph.Names[3]));
    }

    // Every node costs its place in flat arrays, twice while the graph is put together, and no object of its own.
    [Fact]
    public void Read_ManyNodes_AllocatesAFewHundredBytesForEach()
    {
        const int Count = 50_000;
        var nodes = Enumerable.Range(0, Count).Select(i => Collective((ulong)i, group: "tp").With(Int("rf_id", i), Int("tid", 1)));
        var trace = ToBytes([.. nodes]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Read(trace);

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Count, 64, 300);
    }

    // Whatever the bytes are, they are either a trace or a mistake of the user.
    [Fact]
    public void Read_TraceWithChangedBytes_NeverFailsOtherwise()
    {
        var dimensions = new BoolList { Values = { true, false } };
        var trace = ToBytes(
            Metadata(0, """['[{"pg_name":"1","ranks":[0,1]}]']"""),
            Compute(1, 0).With(Texts("inputs", "a", "8")),
            Send(2, to: 1),
            Collective(3, group: "1").With(new AttributeProto { Name = "involved_dim", BoolList = dimensions }));
        var options = new TraceOptions { TrackTensors = true };
        Gen.Select(Gen.Int[0, trace.Length - 1], Gen.Byte).Array[1, 4].Sample(
            changes =>
            {
                var changed = trace.ToArray();
                foreach (var (place, value) in changes)
                {
                    changed[place] = value;
                }

                try
                {
                    ChakraReader.Read(new MemoryStream(changed), "trace", 0, options);
                }
                catch (InvalidInputException exception)
                {
                    Assert.NotEmpty(exception.Problems);
                }
            },
            iter: 5_000);
    }

    private static ExecutionGraph Read(params Node[] nodes) => Read(ToBytes(nodes));

    private static ExecutionGraph Read(byte[] trace) => ChakraReader.Read(new MemoryStream(trace), "trace", 0);

    private static TraceNode ReadNode(Node node) => Read(node)[0];

    private static AttributeProto Integer(string name, string width, long value)
    {
        var attribute = width switch
        {
            "Int32" => new AttributeProto { Int32Val = (int)value },
            "Int64" => new AttributeProto { Int64Val = value },
            "Uint32" => new AttributeProto { Uint32Val = (uint)value },
            "Uint64" => new AttributeProto { Uint64Val = (ulong)value },
            "Sint32" => new AttributeProto { Sint32Val = (int)value },
            "Sint64" => new AttributeProto { Sint64Val = value },
            "Fixed32" => new AttributeProto { Fixed32Val = (uint)value },
            "Fixed64" => new AttributeProto { Fixed64Val = (ulong)value },
            "Sfixed32" => new AttributeProto { Sfixed32Val = (int)value },
            _ => new AttributeProto { Sfixed64Val = value },
        };
        attribute.Name = name;
        return attribute;
    }
}
