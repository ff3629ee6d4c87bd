using System.Text;
using ClusterSim.Core.Collectives;
using ClusterSim.Workload;
using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Graph;
using Google.Protobuf;
using Xunit;
using static ClusterSim.Tests.Workload.TraceMessages;

namespace ClusterSim.Tests.Workload.Chakra;

/// <summary>What is wrong with a trace, in the words that a user reads.</summary>
public sealed class ChakraReaderMistakeTests
{
    [Fact]
    public void Read_MissingFile_SaysSo()
    {
        using var traces = new TemporaryTraces();

        Assert.Equal("none.0.et: The file does not exist.", traces.Problem(() => ChakraReader.Read(traces["none.0.et"], 0)));
    }

    [Fact]
    public void Read_MissingFolder_SaysSo()
    {
        Assert.Equal("none/x.0.et: The file does not exist.", ProblemsOf.Single(() => ChakraReader.Read("none/x.0.et", 0)));
    }

    [Fact]
    public void Read_Folder_SaysSo()
    {
        using var traces = new TemporaryTraces();
        Directory.CreateDirectory(traces["folder"]);

        Assert.Equal("folder: This is a folder, not a file.", traces.Problem(() => ChakraReader.Read(traces["folder"], 0)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void Read_PathThatIsNone_SaysSo(string path)
    {
        Assert.Contains("The file cannot be read", ProblemsOf.Single(() => ChakraReader.Read(path, 0)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_StreamThatBreaks_SaysSo()
    {
        using var traces = new TemporaryTraces();
        var path = traces.AddTrace("x.0.et", Compute(1));

        Assert.Equal(
            "x.0.et: The file cannot be read: device gone",
            traces.Problem(() => InputFile.Read<object>(path, _ => throw new IOException("device gone"))));
    }

    [Fact]
    public void Read_EmptyFile_SaysSo()
    {
        Assert.Equal("trace: The file is empty; a Chakra trace starts with a GlobalMetadata message.", MistakeOf([]));
    }

    [Theory]
    [InlineData("{\"schema\": \"1.0.2-chakra.0.0.4\", \"nodes\": []}", "looks like JSON")]
    [InlineData("  [1, 2, 3]", "looks like JSON")]
    [InlineData("MICRO\n2\nlayer0\t-1\t293\tNONE\t0\t103\tNONE\t0\t26\tALLGATHER\t262144\t15\n", "looks like text")]
    [InlineData("\u001f\u008bxxxxxxxxxxxx", "gzip")]
    [InlineData("\u0001\u0002\u0003\u0004", "length-delimited protobuf")]
    public void Read_AnotherFormat_SaysWhatItLooksLike(string content, string clue)
    {
        var mistake = MistakeOf(Encoding.Latin1.GetBytes(content));

        Assert.StartsWith("trace: The file is truncated, or no Chakra trace: ", mistake, StringComparison.Ordinal);
        Assert.Contains(clue, mistake, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NodeWithoutMetadataBefore_IsNoTrace()
    {
        using var stream = new MemoryStream();
        Compute(1).WriteDelimitedTo(stream);

        Assert.Contains("the first message is no GlobalMetadata", MistakeOf(stream.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MetadataWithAVersionThatIsNoText_IsNoTrace()
    {
        Assert.Contains("the first message is no GlobalMetadata", MistakeOf([0x02, 0x08, 0x01]), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BytesThatAreNoNode_GivesTheirPlace()
    {
        byte[] trace = [.. ToBytes(Compute(1)), 3, 0x0B, 0x0B, 0x0B];

        Assert.Equal(
            "trace: The file is damaged: message 2, at byte 18, is no Node. Copy the file again, or create it again.", MistakeOf(trace));
    }

    [Theory]
    [InlineData(new byte[] { 0x0A, 0x00 }, "an id that is a text")]
    [InlineData(new byte[] { 0x10, 0x00 }, "a name that is a number")]
    [InlineData(new byte[] { 0x1A, 0x00 }, "a type that is a text")]
    [InlineData(new byte[] { 0x25, 0, 0, 0, 0 }, "a dependency that is a fixed32")]
    [InlineData(new byte[] { 0x2A, 0x01, 0x80 }, "a dependency that does not end")]
    [InlineData(new byte[] { 0x32, 0x00 }, "a start time that is a text")]
    [InlineData(new byte[] { 0x3A, 0x00 }, "a duration that is a text")]
    [InlineData(new byte[] { 0x40, 0x00 }, "inputs that are a number")]
    [InlineData(new byte[] { 0x42, 0x01, 0x0B }, "inputs that are no message")]
    [InlineData(new byte[] { 0x48, 0x00 }, "outputs that are a number")]
    [InlineData(new byte[] { 0x50, 0x00 }, "an attribute that is a number")]
    [InlineData(new byte[] { 0x52, 0x01, 0x0B }, "an attribute that is no message")]
    [InlineData(new byte[] { 0x52, 0x02, 0x08, 0x00 }, "an attribute's name that is a number")]
    [InlineData(new byte[] { 0x52, 0x02, 0x48, 0x80 }, "an attribute's value that does not end")]
    [InlineData(new byte[] { 0x52, 0x02, 0x4A, 0x00 }, "an int64 that is a text")]
    public void Read_FieldOfAnotherKind_IsDamage(byte[] node, string what)
    {
        byte[] trace = [.. ToBytes(), (byte)node.Length, .. node];

        Assert.True(MistakeOf(trace).Contains("is no Node", StringComparison.Ordinal), what);
    }

    [Fact]
    public void Read_TraceCutAtAnyByteWithinAMessage_SaysTruncated()
    {
        Node[] nodes = [Compute(0), Collective(1, group: "tp"), Compute(2, 0, 1)];
        var whole = ToBytes(nodes);
        int[] ends = [.. Enumerable.Range(0, nodes.Length + 1).Select(count => ToBytes(nodes[..count]).Length)];

        for (var length = 1; length < whole.Length; length++)
        {
            if (!ends.Contains(length))
            {
                Assert.Contains("truncated", MistakeOf(whole[..length]), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Read_TruncatedTrace_GivesThePlaceAndNoMistakesThatFollowFromIt()
    {
        var whole = ToBytes(Compute(0, 2), Compute(1, 2), Compute(2));

        Assert.Equal(
            "trace: The file is truncated or damaged: of message 3, at byte 32, it should have 9 bytes, but the file ends after 8 of them. "
            + "Copy the file again, or create it again.",
            MistakeOf(whole[..^1]));
    }

    [Fact]
    public void Read_UnknownNodeType_NamesIt()
    {
        Assert.Equal("trace node 1 (n): Its type is 8; allowed: 0 (INVALID_NODE) to 7 (COMM_COLL_NODE).", MistakeOf(Node(1, (NodeType)8)));
    }

    [Fact]
    public void Read_UnknownCollective_NamesTheAllowedOnes()
    {
        Assert.Equal(
            "trace node 1 (n): comm_type is 10; "
            + "allowed: 0 (ALL_REDUCE), 2 (ALL_GATHER), 6 (ALL_TO_ALL), 7 (REDUCE_SCATTER), 5 (BROADCAST).",
            MistakeOf(Collective(1, (CollectiveCommType)10)));
    }

    [Theory]
    [InlineData(CollectiveKind.Reduce, "1 (REDUCE)")]
    [InlineData(CollectiveKind.Gather, "3 (GATHER)")]
    [InlineData(CollectiveKind.Scatter, "4 (SCATTER)")]
    [InlineData(CollectiveKind.ReduceScatterBlock, "8 (REDUCE_SCATTER_BLOCK)")]
    [InlineData(CollectiveKind.Barrier, "9 (BARRIER)")]
    public void Read_CollectiveThatCannotBeSimulated_SaysSo(CollectiveKind kind, string name)
    {
        Assert.StartsWith(
            $"trace node 1 (n): comm_type is {name}, which cannot be simulated; allowed: 0 (ALL_REDUCE), ",
            MistakeOf(Collective(1, (CollectiveCommType)kind)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("comm_type", "a collective")]
    [InlineData("comm_size", "a collective")]
    public void Read_CollectiveThatLacksSomething_NamesIt(string name, string what)
    {
        Assert.Equal($"trace node 1 (n): It lacks {name}, which {what} must have.", MistakeOf(Collective(1).Without(name)));
    }

    [Theory]
    [InlineData("comm_dst")]
    [InlineData("comm_size")]
    public void Read_SendThatLacksSomething_NamesIt(string name)
    {
        Assert.Equal($"trace node 1 (n): It lacks {name}, which a send must have.", MistakeOf(Send(1, to: 4).Without(name)));
    }

    [Theory]
    [InlineData("comm_src")]
    [InlineData("comm_size")]
    public void Read_ReceiveThatLacksSomething_NamesIt(string name)
    {
        Assert.Equal($"trace node 1 (n): It lacks {name}, which a receive must have.", MistakeOf(Receive(1, from: 4).Without(name)));
    }

    [Theory]
    [InlineData(NodeKind.MemoryLoad)]
    [InlineData(NodeKind.MemoryStore)]
    public void Read_MemoryNodeWithoutSize_SaysSo(NodeKind kind)
    {
        Assert.Equal("trace node 1 (n): It lacks tensor_size, which a memory access must have.", MistakeOf(Node(1, (NodeType)kind)));
    }

    [Fact]
    public void Read_NegativeSize_SaysWhatIsAllowed()
    {
        Assert.Equal(
            "trace node 1 (n): comm_size is -5; allowed: 0 to 9007199254740992.", MistakeOf(Collective(1, size: -5)));
    }

    [Theory]
    [InlineData("num_ops", -1, "1152921504606846976")]
    [InlineData("num_ops", (1L << 60) + 1, "1152921504606846976")]
    [InlineData("tensor_size", -1, "9007199254740992")]
    [InlineData("tensor_size", (1L << 53) + 1, "9007199254740992")]
    public void Read_OperationsOrTensorOutOfRange_SaysWhatIsAllowed(string name, long value, string most)
    {
        Assert.Equal($"trace node 1 (n): {name} is {value}; allowed: 0 to {most}.", MistakeOf(Compute(1).With(Int(name, value))));
    }

    [Fact]
    public void Read_SizeThatOverflows_SaysWhatIsAllowed()
    {
        var size = new AttributeProto { Name = "comm_size", Uint64Val = 1UL << 63 };

        Assert.Equal(
            "trace node 1 (n): comm_size is 9223372036854775808; allowed: 0 to 9007199254740992.",
            MistakeOf(Collective(1).Without("comm_size").With(size)));
    }

    [Fact]
    public void Read_SizesBeyondTheLargest_NamesEachNode()
    {
        const long Size = (1L << 53) + 1;
        var trace = ToBytes(Collective(1, size: Size), Send(2, to: 4, size: Size), Receive(3, from: 4, size: Size));

        Assert.Equal(
            [
                "trace node 1 (n): comm_size is 9007199254740993; allowed: 0 to 9007199254740992.",
                "trace node 2 (n): comm_size is 9007199254740993; allowed: 0 to 9007199254740992.",
                "trace node 3 (n): comm_size is 9007199254740993; allowed: 0 to 9007199254740992.",
            ],
            ProblemsOf.All(() => Read(trace)));
    }

    [Theory]
    [InlineData(4_611_686_018_427_388)]
    [InlineData(ulong.MaxValue)]
    public void Read_DurationThatOverflows_SaysWhatIsAllowed(ulong micros)
    {
        var node = Compute(1);
        node.DurationMicros = micros;

        Assert.Equal($"trace node 1 (n): duration_micros is {micros}; allowed: 0 to 4611686018427387.", MistakeOf(node));
    }

    [Fact]
    public void Read_DurationsThatOverflowTogether_GivesTheirSum()
    {
        Node[] nodes = [Compute(1), Compute(2, 1), Compute(3, 2)];
        foreach (var node in nodes)
        {
            node.DurationMicros = 4_000_000_000_000_000;
        }

        Assert.Equal(
            "trace: All nodes together last 12,000,000,000,000,000,000 ns; allowed: up to 4,611,686,018,427,387,904 ns. "
            + "Give shorter durations: they are in microseconds.",
            MistakeOf(ToBytes(nodes)));
    }

    [Fact]
    public void Read_PriorityThatOverflows_SaysWhatIsAllowed()
    {
        Assert.Equal(
            "trace node 1 (n): comm_priority is 2147483648; allowed: -2147483648 to 2147483647.",
            MistakeOf(Collective(1).With(Int("comm_priority", 1L << 31))));
    }

    [Fact]
    public void Read_NegativePeer_SaysWhatIsAllowed()
    {
        Assert.Equal("trace node 1 (n): comm_dst is -1; allowed: 0 to 2147483647.", MistakeOf(Send(1, to: -1)));
    }

    [Fact]
    public void Read_SizeThatIsNoInteger_NamesItsKind()
    {
        var size = new AttributeProto { Name = "comm_size", DoubleVal = 8 };

        Assert.Equal(
            "trace node 1 (n): comm_size is of kind double_val; allowed: an integer.",
            MistakeOf(Collective(1).Without("comm_size").With(size)));
    }

    [Fact]
    public void Read_GroupNameThatIsNoText_NamesItsKind()
    {
        Assert.Equal(
            "trace node 1 (n): pg_name is of kind int64_val; allowed: a string.", MistakeOf(Collective(1).With(Int("pg_name", 1))));
    }

    [Fact]
    public void Read_InvolvedDimensionsThatAreNoList_NamesTheirKind()
    {
        Assert.Equal(
            "trace node 1 (n): involved_dim is of kind int64_val; allowed: a list of bools.",
            MistakeOf(Collective(1).With(Int("involved_dim", 1))));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    public void Read_IsCpuOperationThatIsNoBool_NamesItsKind(int value)
    {
        Assert.Equal(
            "trace node 1 (n): is_cpu_op is of kind int64_val; allowed: a bool, or an integer that is 0 or 1.",
            MistakeOf(Compute(1).With(Int("is_cpu_op", value))));
    }

    [Fact]
    public void Read_SendToItself_SaysSo()
    {
        Assert.Equal(
            "trace node 1 (n): NPU 3 sends to itself (comm_dst is 3). Name another NPU.", MistakeOf(ToBytes(Send(1, to: 3)), npu: 3));
    }

    [Fact]
    public void Read_ManyReceivesFromItself_NamesOneAndCountsTheRest()
    {
        Assert.Equal(
            "trace node 1 (n): NPU 3 receives from itself (comm_src is 3); so do 2 other nodes. Name another NPU.",
            MistakeOf(ToBytes(Receive(1, from: 3), Receive(2, from: 3), Receive(5, from: 3)), npu: 3));
    }

    [Fact]
    public void Read_SendOfAnotherNpu_SaysSo()
    {
        Assert.Equal(
            "trace node 1 (n): It says that NPU 2 sends (comm_src), but this is the trace of NPU 3. "
            + "Give every NPU its own trace, or leave comm_src out: it then means the NPU itself.",
            MistakeOf(ToBytes(Send(1, to: 4).With(Int("comm_src", 2))), npu: 3));
    }

    [Fact]
    public void Read_ReceiveOfAnotherNpu_SaysSo()
    {
        Assert.StartsWith(
            "trace node 1 (n): It says that NPU 2 receives (comm_dst), but this is the trace of NPU 3; so does 1 other node.",
            MistakeOf(ToBytes(Receive(1, from: 4).With(Int("comm_dst", 2)), Receive(2, from: 4).With(Int("comm_dst", 2))), npu: 3),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""['[{"pg_name":"1","ranks":[0,1]}]""")]
    [InlineData("""['{"pg_name":"1","ranks":[0,1]}']""")]
    [InlineData("""['[{"pg_name":"1"}]']""")]
    [InlineData("""['[{"pg_name":"1","ranks":5}]']""")]
    [InlineData("""['[{"pg_name":"1","ranks":["a"]}]']""")]
    [InlineData("""['[{"pg_name":"1","ranks":[5000000000]}]']""")]
    [InlineData("""['[{"pg_name":[],"ranks":[0]}]']""")]
    [InlineData("""['["pg_name"]']""")]
    [InlineData("""['[{']""")]
    [InlineData("""pg_name""")]
    [InlineData("x")]
    public void Read_MetadataNodeThatDefinesGroupsWrongly_GivesTheForm(string values)
    {
        Assert.Equal(
            "trace node 1 (n): inputs.values must define process groups in the form ['[{\"pg_name\":\"1\",\"ranks\":[0,1]}]'], "
            + $"but is {values}.",
            MistakeOf(Metadata(1, values)));
    }

    [Fact]
    public void Read_SendToItselfInAWrongTrace_NamesBoth()
    {
        Assert.Equal(
            [
                "trace node 2 (n): comm_size is -1; allowed: 0 to 9007199254740992.",
                "trace node 1 (n): NPU 3 sends to itself (comm_dst is 3). Name another NPU.",
            ],
            ProblemsOf.All(() => Read(ToBytes(Send(1, to: 3), Collective(2, size: -1)), npu: 3)));
    }

    [Fact]
    public void Read_TensorWithoutSize_NamesIt()
    {
        Assert.Equal(
            "trace node 1 (n): inputs ends with the tensor b; its size must follow.", TensorMistakeOf(Texts("inputs", "a", "8", "b")));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("8.5")]
    [InlineData("9007199254740993")]
    [InlineData("9223372036854775808")]
    public void Read_TensorWithAWrongSize_NamesBoth(string size)
    {
        Assert.Equal(
            $"trace node 1 (n): outputs gives the tensor a the size '{size}'; allowed: 0 to 9007199254740992 bytes.",
            TensorMistakeOf(Texts("outputs", "a", size)));
    }

    [Fact]
    public void Read_TensorsThatAreNoList_NamesTheirKind()
    {
        Assert.Equal("trace node 1 (n): inputs is of kind string_val; allowed: a list of strings.", TensorMistakeOf(Text("inputs", "a")));
    }

    [Fact]
    public void Read_ReplayOnly_StillReportsWrongValues()
    {
        var trace = ToBytes(Collective(1, size: -1));

        Assert.Single(ProblemsOf.All(() => Read(trace, options: new TraceOptions { ReplayOnly = true })));
    }

    [Fact]
    public void Read_MistakesOfManyKinds_ReportsAllOfThem()
    {
        var trace = ToBytes(Collective(1, size: -1), Send(2, to: -1), Compute(3, 99), Compute(4, 5), Compute(5, 4), Compute(6), Compute(6));

        Assert.Equal(5, ProblemsOf.All(() => Read(trace)).Length);
    }

    [Fact]
    public void Read_ThousandsOfMistakes_ListsTwentyAndCountsTheRest()
    {
        var trace = ToBytes([.. Enumerable.Range(0, 1500).Select(i => Collective((ulong)i, size: -1))]);

        var problems = ProblemsOf.All(() => Read(trace));

        Assert.Equal((21, "trace: 1,480 more mistakes."), (problems.Length, problems[^1]));
    }

    [Fact]
    public void Read_NodeWithControlCharactersInItsName_EscapesThem()
    {
        var node = Collective(1, size: -1);
        node.Name = "evil\u001b[31m\nname\0";

        Assert.StartsWith("trace node 1 (evil\\u001B[31m\\u000Aname\\u0000): ", MistakeOf(node), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SourceWithControlCharacters_EscapesThem()
    {
        var problem = ProblemsOf.Single(() => ChakraReader.Read(new MemoryStream(ToBytes(Send(1, to: 0))), "x\u001b.et", 0));

        Assert.StartsWith("x\\u001B.et node 1 (n): ", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NodeWithALongName_ShortensIt()
    {
        var node = Collective(1, size: -1);
        node.Name = new string('x', 500);

        Assert.StartsWith($"trace node 1 ({new string('x', 60)}...): ", MistakeOf(node), StringComparison.Ordinal);
    }

    private static string MistakeOf(Node node) => MistakeOf(ToBytes(node));

    private static string MistakeOf(byte[] trace, int npu = 0) => ProblemsOf.Single(() => Read(trace, npu));

    private static string TensorMistakeOf(AttributeProto attribute) =>
        ProblemsOf.Single(() => Read(ToBytes(Compute(1).With(attribute)), options: new TraceOptions { TrackTensors = true }));

    private static ExecutionGraph Read(byte[] trace, int npu = 0, TraceOptions? options = null) =>
        ChakraReader.Read(new MemoryStream(trace), "trace", npu, options);
}
