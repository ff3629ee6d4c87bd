using Xunit;
using static ClusterSim.Tests.Workload.Chakra.TraceMistakes;
using static ClusterSim.Tests.Workload.TraceMessages;

namespace ClusterSim.Tests.Workload.Chakra;

/// <summary>What is wrong with the NPUs that sends and receives name.</summary>
public sealed class ChakraRankMistakeTests
{
    [Fact]
    public void Read_NegativePeer_SaysWhatIsAllowed()
    {
        Assert.Equal("trace node 1 (n): comm_dst is -1; allowed: 0 to 2147483647.", MistakeOf(Send(1, to: -1)));
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
}
