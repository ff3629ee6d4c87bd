using Xunit;
using static ClusterSim.Tests.Workload.Chakra.TraceMistakes;
using static ClusterSim.Tests.Workload.TraceMessages;

namespace ClusterSim.Tests.Workload.Chakra;

/// <summary>What is wrong with the tensors that nodes read and write.</summary>
public sealed class ChakraTensorMistakeTests
{
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
}
