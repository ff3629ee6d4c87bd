using ClusterSim.Tracing.Actors;
using Xunit;

namespace ClusterSim.Tests.Tracing.Actors;

public sealed class ActorSuggestionTests
{
    private static readonly string[] Names =
        ["npu/0", "npu/1", "npu/2", "npu/10", "link/0", "link/1", "switch/0/port/0", "switch/0/port/1", "switch/1/port/7", "memory/0"];

    [Theory]
    [InlineData("npu/9", "Did you mean npu/10? There are npu/0 to npu/10.")]
    [InlineData("npu/4", "Did you mean npu/2? There are npu/0 to npu/10.")]
    [InlineData("link", "Did you mean one of link/0 to link/1?")]
    [InlineData("memory", "Did you mean memory/0?")]
    [InlineData("switch/0", "Did you mean one of switch/0/port/0 to switch/0/port/1?")]
    [InlineData("switch/0/port/5", "Did you mean switch/0/port/1? There are switch/0/port/0 to switch/0/port/1.")]
    [InlineData("switch/3/port/7", "Did you mean switch/1/port/7? There are switch/0/port/0 to switch/1/port/7.")]
    [InlineData("npu2", "Did you mean npu/2?")]
    [InlineData("gpu", "There are npu/0 to memory/0.")]
    public void For_ANameThatNoneHas_FindsTheNearestOfItsKind(string given, string expected) => Assert.Equal(expected, ActorSuggestion.For(given, Names));
}
