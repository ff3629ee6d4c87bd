using ClusterSim.Hosting.Configuration;
using ClusterSim.Sweeps.Definition;
using ClusterSim.Sweeps.Planning;
using ClusterSim.Tests.Hosting.Configuration;
using Xunit;

namespace ClusterSim.Tests.Sweeps.Definition;

public sealed class SweepReaderTests : IDisposable
{
    private readonly InputFolder input = new();

    public void Dispose() => input.Dispose();

    [Fact]
    public void Read_SweepWithManyMistakes_NamesThemAll()
    {
        var problems = SweepSamples.Problems(
            input,
            """
            axis: []
            axes:
              - { network.bandwith: [50], network.latency: [1, 2], system.local-mem-bw: { from: 8, to: 2, step: 1 } }
              - { workload.size: { from: 0, to: 8, times: 2 } }
              - { network.npus_count: [2, 4], system.endpoint-delay: [1, 2, 3] }
              - { network.latency: [3], workload.repeat: 4 }
            exclude:
              - { network.npus_cont: [2] }
              - { network.npus_count: { abov: 8 } }
            baseline: { network.npus_count: 16 }
            labels: { network.latency: [a] }
            limits: { seconds: 0 }
            """);

        Assert.Equal(
            [
                "sweep.yaml:2 axis: Unknown key: a sweep has no axis. Did you mean axes?",
                "sweep.yaml:13 limits.seconds: 0 is not allowed: give a number from 0.001 to 10,000,000 (s).",
                "sweep.yaml:4 axes[0].network.bandwith: Unknown key: network has no bandwith. Did you mean network.bandwidth?",
                "sweep.yaml:12 labels.network.latency: The key has 2 values, but 1 labels. Give each value one.",
                "sweep.yaml:4 axes[0].system.local-mem-bw: from (8) is more than to (2). Exchange them.",
                "sweep.yaml:5 axes[1].workload.size: A range with times takes a from of more than 0, and times of more than 1.",
                "sweep.yaml:6 axes[2].network.npus_count: The keys of one entry vary together, but network.npus_count has 2, system.endpoint-delay has 3 values. Give them equally many, or an entry each.",
                "sweep.yaml:7 axes[3].network.latency: The key is varied twice. Remove one of them.",
                "sweep.yaml:7 axes[3].workload.repeat: 4 is not allowed: give a list of values, or a range such as { from: 8, to: 128, times: 2 }.",
                "sweep.yaml:9 exclude[0].network.npus_cont: network.npus_cont is no key of an axis. Allowed: network.latency, network.npus_count, system.endpoint-delay. Did you mean network.npus_count?",
                "sweep.yaml:10 exclude[1].network.npus_count.abov: Unknown key: a comparison has no abov. Did you mean above?",
                "sweep.yaml:11 baseline.network.npus_count: The axis has no value 16. It has 2, 4.",
            ],
            problems);
    }

    [Theory]
    [InlineData("{ from: 8, to: 128, times: 2 }", "8 16 32 64 128")]
    [InlineData("{ from: 1, to: 2, step: 0.25 }", "1 1.25 1.5 1.75 2")]
    [InlineData("{ from: 100, to: 1000, step: 400 }", "100 500 900")]
    [InlineData("{ from: 5, to: 5, step: 1 }", "5")]
    [InlineData("[[2], 4, [8]]", "2 4 8")]
    public void Values_OfARange_AreThoseOfItsSteps(string values, string expected)
    {
        var plan = SweepSamples.Plan(input, $"axes: [{{ network.latency: {values} }}]");

        Assert.Equal(expected, string.Join(' ', SweepSamples.LabelsOf(plan)));
    }

    [Fact]
    public void Values_OfARangeOfSizes_AreInTheLargestUnit()
    {
        var plan = SweepSamples.Plan(input, "axes: [{ workload.size: { from: 512B, to: 1MiB, times: 32 } }]");

        Assert.Equal(["512B", "16KiB", "512KiB"], SweepSamples.LabelsOf(plan));
    }

    [Fact]
    public void Read_AxisOfFiles_InlinesThemAndKeepsTheirNames()
    {
        input.Write("fast.yml", InputFolder.Network.Replace("50", "900", StringComparison.Ordinal));

        var plan = SweepSamples.Plan(input, "axes: [{ network: [network.yml, fast.yml] }]");

        Assert.Equal(["network.yml", "fast.yml"], SweepSamples.LabelsOf(plan));
        Assert.Contains("bandwidth: [900]", plan.Assignments(1), StringComparison.Ordinal);
    }

    [Fact]
    public void Yaml_ReadAgainElsewhere_GivesTheSamePlan()
    {
        input.Write("fast.yml", InputFolder.Network.Replace("50", "900", StringComparison.Ordinal));
        var definition = SweepSamples.Read(
            input,
            """
            axes:
              - network: [network.yml, fast.yml]
              - workload.size: { from: 1KiB, to: 1MiB, times: 32 }
            exclude: [{ workload.size: { below: 2KiB }, network: fast.yml }]
            baseline: { network: fast.yml }
            limits: { seconds: 5, events: 1000, memory: 1GiB }
            """);
        var plan = SweepPlan.Of(definition);
        using var other = new InputFolder();

        var again = SweepPlan.Of(SweepReader.Read(other.Write("kept.yaml", definition.Yaml), []));

        Assert.Equal("sweep", again.Definition.Name);
        Assert.Equal(SweepSamples.LabelsOf(plan), SweepSamples.LabelsOf(again));
        Assert.Equal(definition.Limits, again.Definition.Limits);
        Assert.Equal(new PointLimits(5, 1000, 1 << 30), again.Definition.Limits);
        var (ids, idsAgain) = (SweepSamples.Identify(plan), SweepSamples.Identify(again));
        Assert.All(Enumerable.Range(0, plan.Count), point =>
        {
            Assert.Equal(ids.Configuration(point), idsAgain.Configuration(point));
            Assert.Equal(plan.Baseline(point), again.Baseline(point));
        });
    }

    [Fact]
    public void Read_WithOverrides_SetsThemInTheBase()
    {
        var path = input.Write("sweep.yaml", "base: experiment.yaml\naxes: [{ network.latency: [1] }]\n");

        var plan = SweepPlan.Of(SweepReader.Read(path, [Override.Parse("network.bandwidth=[77]")]));

        Assert.Contains("bandwidth: [77]", plan.Document(0).ToYaml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Exclude_ByTheNameOfAFile_LeavesItOut()
    {
        input.Write("fast.yml", InputFolder.Network.Replace("50", "900", StringComparison.Ordinal));

        var definition = SweepSamples.Read(input, "axes: [{ network: [network.yml, fast.yml] }]\nexclude: [{ network: fast.yml }]");

        Assert.Equal(["network.yml"], SweepSamples.LabelsOf(SweepPlan.Of(definition)));
        Assert.Empty(definition.Notes);
        using var other = new InputFolder();
        Assert.Equal(["network.yml"], SweepSamples.LabelsOf(SweepPlan.Of(SweepReader.Read(other.Write("kept.yaml", definition.Yaml), []))));
    }

    [Fact]
    public void ExcludeAndBaseline_ByLabel_MeanItsValue()
    {
        var plan = SweepSamples.Plan(
            input,
            "axes: [{ network.latency: [1, 2, 3] }]\nlabels: { network.latency: [near, far, farther] }\nexclude: [{ network.latency: farther }]\nbaseline: { network.latency: far }");

        Assert.Equal(["near", "far"], SweepSamples.LabelsOf(plan));
        Assert.Equal(1, plan.Baseline(0));
    }

    [Theory]
    [InlineData(
        "axes: [{ network.latency: [1, 2] }]\nlabels: { network.latency: [a, { b: 1 }] }",
        "sweep.yaml:3 labels.network.latency[1]: a map of keys is no text: give text.")]
    [InlineData(
        "axes: [{ network.latency: [1, 2] }]\nexclude: [{}]",
        "sweep.yaml:3 exclude[0]: The entry asks for nothing, so it would leave out every point. Give a key of an axis with a value or bounds.")]
    [InlineData(
        "axes: [{ network.latency: { from: 2, to: 1, step: 1 } }]\nexclude: [{ network.latency: 2 }]\nbaseline: { network.latency: 2 }\nlabels: { network.latency: [a] }",
        "sweep.yaml:2 axes[0].network.latency: from (2) is more than to (1). Exchange them.")]
    [InlineData(
        "axes: [{ network.latency: [1, 2] }, { network: [network.yml] }]",
        "sweep.yaml:2 axes[1].network: network would replace all below it, network.latency too, which is varied before. Vary network first.")]
    [InlineData(
        "axes: [{ network.latency: [1, 2], network.bandwidth: [10, 20] }]\nbaseline: { network.latency: 1, network.bandwidth: 20 }",
        "sweep.yaml:3 baseline.network.bandwidth: The keys of one entry vary together, and never have these values at once. Take values that stand at the same place.")]
    [InlineData(
        "axes: [{ network.latency: [1, 1, 2] }]\nbaseline: { network.latency: 1 }",
        "sweep.yaml:3 baseline: 2 values of network.latency are meant. Name further keys of its entry.")]
    [InlineData(
        "axes: [{ network.latency: [1] }]\nname: ..",
        "sweep.yaml:3 name: .. is not allowed: give a name that a folder may have: without / and \\, and not only of dots.")]
    [InlineData(
        "axes: [{ network.latency: [1] }]\nexclude: [{ network.latency: { above: -90000000000000000000GiB } }]",
        "sweep.yaml:3 exclude[0].network.latency.above: -90000000000000000000GiB is no number: give a number, or a size such as 1MiB.")]
    [InlineData("axes: []", "sweep.yaml:2 axes: an empty list is not allowed: give a list, each entry a map from a key of the experiment, such as network.bandwidth, to a list of values, or a range such as { from: 8, to: 128, times: 2 }.")]
    [InlineData("axes: [{}]", "sweep.yaml:2 axes[0]: The entry varies nothing. Give a key of the experiment with its values.")]
    public void Read_SweepWithOneMistake_TellsThatAlone(string lines, string expected)
    {
        Assert.Equal([expected], SweepSamples.Problems(input, lines));
    }

    [Fact]
    public void Read_FileWhoseNameNoFolderMayHave_AsksForAName()
    {
        var path = input.Write("..yaml", "base: experiment.yaml\naxes: [{ network.latency: [1] }]\n");

        Assert.Equal(
            ["..yaml: A sweep is called as its file, and no folder can have that name. Give it a name."],
            input.ProblemsOf(() => SweepReader.Read(path, [])));
    }

    [Fact]
    public void Read_PartThatIsVariedBeforeAKeyBelowIt_GivesBoth()
    {
        input.Write("fast.yml", InputFolder.Network.Replace("500", "1", StringComparison.Ordinal));

        var plan = SweepSamples.Plan(input, "axes: [{ network: [network.yml, fast.yml] }, { network.bandwidth: [10, 20] }]");

        Assert.Equal(4, Enumerable.Range(0, plan.Count).Select(SweepSamples.Identify(plan).Configuration).Distinct().Count());
    }

    [Fact]
    public void Read_ExclusionOfNoValue_IsNoted()
    {
        var definition = SweepSamples.Read(input, "axes: [{ network.latency: [1, 2] }]\nexclude: [{ network.latency: 3 }]");

        Assert.Equal(["sweep.yaml:3 exclude[0].network.latency: No value of the axis is meant by this, so the entry excludes nothing."], definition.Notes.Select(input.Shorten));
    }
}
