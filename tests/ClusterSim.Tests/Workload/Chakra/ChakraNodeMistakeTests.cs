using ClusterSim.Workload.Chakra;
using ClusterSim.Workload.Graph;
using Xunit;
using static ClusterSim.Tests.Workload.Chakra.TraceMistakes;
using static ClusterSim.Tests.Workload.TraceMessages;

namespace ClusterSim.Tests.Workload.Chakra;

/// <summary>What is wrong with a single node.</summary>
public sealed class ChakraNodeMistakeTests
{
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
            + "allowed: 0 (ALL_REDUCE), 2 (ALL_GATHER), 6 (ALL_TO_ALL), 7 (REDUCE_SCATTER), 5 (BROADCAST), 1 (REDUCE), 3 (GATHER), 4 (SCATTER), 9 (BARRIER).",
            MistakeOf(Collective(1, (CollectiveCommType)10)));
    }

    [Fact]
    public void Read_CollectiveThatCannotBeSimulated_SaysSo()
    {
        Assert.StartsWith(
            "trace node 1 (n): comm_type is 8 (REDUCE_SCATTER_BLOCK), which cannot be simulated; allowed: 0 (ALL_REDUCE), ",
            MistakeOf(Collective(1, CollectiveCommType.ReduceScatterBlock)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NegativeRoot_SaysWhatIsAllowed()
    {
        Assert.Equal(
            "trace node 1 (n): comm_root is -1; allowed: 0 to 2147483647.",
            MistakeOf(Collective(1, CollectiveCommType.Reduce).With(Int("comm_root", -1))));
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
}
