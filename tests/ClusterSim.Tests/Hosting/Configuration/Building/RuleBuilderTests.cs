using ClusterSim.Core.Units;
using Xunit;

namespace ClusterSim.Tests.Hosting.Configuration.Building;

public sealed class RuleBuilderTests : IDisposable
{
    private readonly InputFolder input = new();

    public void Dispose() => input.Dispose();

    [Fact]
    public void Rule_WithAllConditions_IsRead()
    {
        var rules = input.Load(
            "system.algorithms=[{ when: { kind: all-reduce, size: { from: 1KiB, to: 1MiB }, dimension: 0, group: [tp, dp], node: 5 }, use: { algorithm: direct, window: 3 } }]")
            .Experiment.System.Rules;

        var rule = Assert.Single(rules);
        Assert.Equal("direct3", rule.Algorithm.Name);
        Assert.Equal((new ByteSize(1 << 10), new ByteSize(1 << 20)), (rule.From, rule.To));
        Assert.Equal([0], rule.Dimensions);
        Assert.Equal(["tp", "dp"], rule.Groups);
        Assert.Equal([5UL], rule.Nodes);
    }

    [Fact]
    public void Rule_ThatNoCollectiveMeets_IsNoted() => Assert.EndsWith(
        "system.algorithms[0]: Without effect. No collective of the workload meets its conditions.",
        Assert.Single(input.Load("system.algorithms=[{ when: { kind: all-gather }, use: direct }, { use: ring }]").Notes),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("{ use: rong }", "system.algorithms[0].use: rong is not allowed: give one of ring, direct,")]
    [InlineData("{ when: { kind: all-reduce } }", "system.algorithms[0]: use is missing")]
    [InlineData("{ when: { size: { from: 2MiB, to: 1MiB } }, use: ring }", "system.algorithms[0].when.size: No size is from 2097152 to 1048576 bytes.")]
    [InlineData("{ when: { dimension: 1 }, use: ring }", "system.algorithms[0].when.dimension: The network has no dimension 1: it has 1, counted from 0.")]
    [InlineData("{ when: { dimension: 0 }, use: oneRing }", "system.algorithms[0].when.dimension: oneRing takes the whole system as one dimension")]
    [InlineData("{ when: { knd: all-reduce }, use: ring }", "Unknown key: conditions has no knd. Did you mean kind?")]
    [InlineData("{ use: { algorithm: direct, windw: 3 } }", "system.algorithms[0].use.windw: Unknown parameter: direct has no windw. Did you mean window?")]
    [InlineData("{ use: { algorithm: direct, window: 0 } }", "system.algorithms[0].use.window: 0 is not allowed: give a whole number from 1 to 2147483647.")]
    [InlineData("{ use: { algorithm: direct4 } }", "direct4 has a number behind its name, where parameters have keys of their own: give the name without it.")]
    public void Rule_WithAMistake_IsRefused(string rule, string expected) =>
        Assert.Contains(expected, Assert.Single(input.Problems($"system.algorithms=[{rule}]")), StringComparison.Ordinal);

    [Fact]
    public void Rule_WhoseAlgorithmCannotRunWhatMatches_IsJudgedAtItsPlace() => Assert.StartsWith(
        "--set system.algorithms[0]: halvingDoubling needs a number of ranks that is a power of two, not 6.",
        Assert.Single(input.Problems("network.npus_count=[6]", "system.algorithms=[{ when: { size: { to: 1MiB } }, use: halvingDoubling }]")),
        StringComparison.Ordinal);

    [Fact]
    public void Rule_WhoseAlgorithmCannotRunWhatDoesNotMatch_IsNoMistake() => Assert.Empty(
        input.Problems("network.npus_count=[6]", "system.algorithms=[{ when: { size: { to: 1KiB } }, use: halvingDoubling }]"));
}
