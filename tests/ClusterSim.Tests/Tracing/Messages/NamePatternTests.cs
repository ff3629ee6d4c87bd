using ClusterSim.Tracing.Messages;
using Xunit;

namespace ClusterSim.Tests.Tracing.Messages;

public sealed class NamePatternTests
{
    [Theory]
    [InlineData("npu/3", "npu/3", true)]
    [InlineData("npu/3", "npu/30", false)]
    [InlineData("npu/*", "npu/30", true)]
    [InlineData("*", "link/0", true)]
    [InlineData("switch/0", "switch/0/port/5", true)]
    [InlineData("switch/*/port/5", "switch/0/port/5", true)]
    [InlineData("NPU/3", "npu/3", false)]
    [InlineData("npu/?", "npu/3", true)]
    [InlineData("npu/?", "npu/30", false)]
    public void Matches_OfAPatternAndAName(string pattern, string name, bool expected)
    {
        Assert.Equal(expected, NamePattern.Matches(pattern, name));
    }
}
