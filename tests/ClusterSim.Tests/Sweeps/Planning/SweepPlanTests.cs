using ClusterSim.Core.Input;
using ClusterSim.Tests.Hosting.Configuration;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Sweeps.Planning;

public sealed class SweepPlanTests : IDisposable
{
    private readonly InputFolder input = new();

    public void Dispose() => input.Dispose();

    [Fact]
    public void Points_OfSeveralAxes_AreAllCombinationsTheFirstSlowest()
    {
        var plan = SweepSamples.Plan(input, "axes: [{ network.latency: [1, 2], network.bandwidth: [10, 20] }, { workload.repeat: [1, 2, 3] }]");

        Assert.Equal(["1 10 1", "1 10 2", "1 10 3", "2 20 1", "2 20 2", "2 20 3"], SweepSamples.LabelsOf(plan));
    }

    [Theory]
    [InlineData("{ workload.repeat: 2 }", "1 1, 1 3, 2 1, 2 3")]
    [InlineData("{ workload.repeat: { above: 1 }, network.latency: [2] }", "1 1, 1 2, 1 3, 2 1")]
    [InlineData("{ workload.repeat: { at-least: 2, at-most: 2 } }", "1 1, 1 3, 2 1, 2 3")]
    [InlineData("{ workload.repeat: { below: 3 }, network.latency: { below: 2 } }", "1 3, 2 1, 2 2, 2 3")]
    [InlineData("{ network.latency: 1 }, { workload.repeat: { above: 1 } }", "2 1")]
    public void Exclude_ByValueOrComparison_LeavesTheOthers(string exclude, string expected)
    {
        var plan = SweepSamples.Plan(input, $"axes: [{{ network.latency: [1, 2] }}, {{ workload.repeat: [1, 2, 3] }}]\nexclude: [{exclude}]");

        Assert.Equal(expected, string.Join(", ", SweepSamples.LabelsOf(plan)));
        Assert.Equal(6, plan.Count + plan.Excluded);
    }

    [Fact]
    public void Baseline_OfEachPoint_HasTheSameOtherValues()
    {
        var plan = SweepSamples.Plan(
            input,
            "axes: [{ network.latency: [1, 2] }, { workload.repeat: [1, 2, 3] }]\nexclude: [{ network.latency: 2, workload.repeat: 2 }]\nbaseline: { workload.repeat: 2 }");

        Assert.Equal([1, 1, 1, null, null], Enumerable.Range(0, plan.Count).Select(plan.Baseline));
    }

    [Fact]
    public void Of_EverythingExcluded_Refuses()
    {
        Assert.Equal(
            ["sweep.yaml:3 exclude: Every point is excluded. Mend the entries of exclude."],
            SweepSamples.Problems(input, "axes: [{ network.latency: [1, 2] }]\nexclude: [{ network.latency: { above: 0 } }]"));
    }

    [Fact]
    public void Of_MoreThanAMillionCombinations_Refuses()
    {
        const string Axis = "{ from: 1, to: 1001, step: 1 }";

        Assert.Equal(
            ["sweep.yaml:2 axes: The axes have more than 1,000,000 combinations. Give fewer values."],
            SweepSamples.Problems(input, $"axes: [{{ network.latency: {Axis} }}, {{ network.bandwidth: {Axis} }}]"));
    }

    [Fact]
    public void Points_OfRandomAxesAndExclusions_AreWhatFilteringGives()
    {
        var counts = Gen.Int[1, 4].Array[2, 3];
        var bounds = Gen.Int[0, 4];
        Gen.Select(counts, bounds, bounds).Sample(
            (sizes, above, below) =>
            {
                string[] keys = ["network.latency", "workload.repeat", "system.endpoint-delay"];
                var axes = sizes.Select((count, axis) => $"{{ {keys[axis]}: {{ from: 1, to: {count}, step: 1 }} }}");
                var lines = $"axes: [{string.Join(", ", axes)}]\nexclude: [{{ {keys[0]}: {{ above: {above} }}, {keys[1]}: {{ below: {below} }} }}]";
                var expected =
                    from first in Enumerable.Range(1, sizes[0])
                    from second in Enumerable.Range(1, sizes[1])
                    from third in sizes.Length > 2 ? Enumerable.Range(1, sizes[2]).Select(value => $" {value}") : [""]
                    where !(first > above && second < below)
                    select $"{first} {second}{third}";
                try
                {
                    Assert.Equal(expected, SweepSamples.LabelsOf(SweepSamples.Plan(input, lines)));
                }
                catch (InvalidInputException)
                {
                    Assert.Empty(expected);
                }
            },
            iter: 100,
            threads: 1);
    }

    [Fact]
    public void Identify_PointsThatCannotBeSimulated_NamesEachReasonWithItsPoints()
    {
        var plan = SweepSamples.Plan(input, "axes: [{ network.npus_count: [4, 1] }, { network.latency: [1, -2] }]");

        Assert.Equal(
            [
                "sweep.yaml:2 axes[1].network.latency[1]: -2 is not allowed: give a number from 0 to 1,000,000,000,000,000 (ns). (2 points, the first of them 1: network.npus_count 4, network.latency -2)",
                "sweep.yaml:2 axes[0].network.npus_count[1]: 1 is not allowed: give a whole number from 2 to 1,048,576. (2 points, the first of them 2: network.npus_count 1, network.latency 1)",
            ],
            input.ProblemsOf(() => SweepSamples.Identify(plan)));
    }

    [Fact]
    public void Identify_MistakeInManyPoints_CountsThemAll()
    {
        var plan = SweepSamples.Plan(input, "axes: [{ network.npus_count: [4, 1] }, { network.latency: { from: 1, to: 150, step: 1 } }]");

        Assert.Equal(
            ["sweep.yaml:2 axes[0].network.npus_count[1]: 1 is not allowed: give a whole number from 2 to 1,048,576. (150 points, the first of them 150: network.npus_count 1, network.latency 1)"],
            input.ProblemsOf(() => SweepSamples.Identify(plan)));
    }

    [Fact]
    public void Identify_PointsThatMeanTheSame_AreRunOnce()
    {
        var ids = SweepSamples.Identify(SweepSamples.Plan(input, "axes: [{ network.latency: [1, [1], 2] }]"));

        Assert.Equal([true, false, true], Enumerable.Range(0, 3).Select(ids.IsFirst));
        Assert.Equal(ids.Run(0), ids.Run(1));
    }
}
