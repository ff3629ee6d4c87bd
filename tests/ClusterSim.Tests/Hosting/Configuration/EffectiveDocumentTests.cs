using ClusterSim.Hosting.Configuration;
using Xunit;

namespace ClusterSim.Tests.Hosting.Configuration;

public sealed class EffectiveDocumentTests : IDisposable
{
    private readonly InputFolder input = new();

    public void Dispose() => input.Dispose();

    [Fact]
    public void Load_Experiment_IsNamedAfterItsFile() => Assert.Equal("experiment", input.Load().Experiment.Name);

    [Fact]
    public void Load_MistakesInSeveralFiles_NamesAll()
    {
        input.Write("network.yml", "topology: [ Rng ]\n");
        input.Write("system.json", "{ \"local-mem-bw\": }");
        input.Write("experiment.yaml", InputFolder.Experiment + "memory: none.json\nbackend: x\n");

        var files = input.Problems().Select(problem => problem[..problem.IndexOf(':', StringComparison.Ordinal)]).Distinct();

        Assert.Equal(["experiment.yaml", "network.yml", "system.json"], files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void With_KeyOfNamedFile_ReplacesThatKeyOnly()
    {
        var dimension = Assert.Single(input.Load("network.bandwidth=[100]", "network.npus_count=[8]").Experiment.Network.Dimensions);

        Assert.Equal((8, 500), (dimension.NpuCount, dimension.LatencyNs));
        Assert.Equal(107.3741824, dimension.Bandwidth.BytesPerNs, 1e-12);
    }

    [Fact]
    public void With_WholePart_DoesNotReadTheFileItReplaces()
    {
        File.Delete(input.PathOf("network.yml"));

        Assert.Empty(input.Problems("network={ topology: [Ring], npus_count: [4], bandwidth: [1], latency: [0] }"));
    }

    [Fact]
    public void With_SeveralValuesOfOneKey_TakesTheLast()
    {
        var system = input.Load("system.preferred-dataset-splits=2", "system.preferred-dataset-splits=3").Experiment.System;

        Assert.Equal(3, system.PreferredDatasetSplits);
    }

    [Fact]
    public void With_Null_TakesTheKeyAway()
    {
        input.Write("experiment.yaml", InputFolder.Experiment + "memory: nowhere.json\n");

        Assert.NotEmpty(input.Problems());
        Assert.Empty(input.Problems("memory=null"));
    }

    [Fact]
    public void With_DoesNotChangeTheDocument()
    {
        var document = input.Document();

        _ = document.With([Override.Parse("network.npus_count=[8]")]);

        Assert.Equal(4, document.Load().Experiment.Network.NpuCount);
    }

    [Theory]
    [InlineData("network.npus_count=[1]", "--set network.npus_count[0]: 1 is not allowed: give a whole number from 2 to 1,048,576.")]
    [InlineData("network.bandwith=[1]", "--set network.bandwith: Unknown key: a network has no bandwith. Did you mean bandwidth?")]
    [InlineData("netwrk.latency=[1]", "--set netwrk.latency: Unknown key: an experiment has no netwrk. Did you mean network?")]
    [InlineData("network.latency.x=1", "--set network.latency.x: There are no keys below a list of 1 (network.yml:4 latency).")]
    [InlineData("network.latency=[1", "--set network.latency: This is no valid YAML. While parsing a flow sequence, did not find "
        + "expected ',' or ']'.")]
    [InlineData("network", "--set network: This is no key with a value. Give key=value, such as network.npus_count=[8].")]
    [InlineData("network.npus_count=", "--set network.npus_count: No value is given. Give network.npus_count=VALUE, or "
        + "network.npus_count=null to take the key away.")]
    [InlineData("network=''", "--set network: \"\" is no path: give the name of a file, or inline the keys of a network (topology) or the keys of a network of a graph (graph).")]
    [InlineData("network=\"a\\0b\"", "--set network: \"a\\0b\" is no path: give the name of a file, or inline the keys of a network (topology) or the keys of a network of a graph (graph).")]
    [InlineData("=1", "--set: This is no key with a value. Give key=value, such as network.npus_count=[8].")]
    public void With_Mistake_NamesTheOverride(string assignment, string problem) => Assert.Contains(problem, input.Problems(assignment));

    [Fact]
    public void ToYaml_WithEverythingInline_MeansTheSameAnywhere()
    {
        input.Write("experiment.yaml", InputFolder.Experiment + "groups: { 1: [0, 1] }\n");
        var written = input.Document("system.all-gather-implementation-custom=[x]", "workload.size=2MiB").ToYaml();

        input.Write("elsewhere/effective.yaml", written);
        File.Delete(input.PathOf("network.yml"));
        File.Delete(input.PathOf("system.json"));

        Assert.Equal(
            $"""
            workload:
              collective: all-reduce
              size: 2MiB
            network:
              topology: [Switch]
              npus_count: [4]
              bandwidth: [50]
              latency: [500]
            system:
              local-mem-bw: 1600
              all-gather-implementation-custom: ["{Path.GetFullPath("x")}"]
            groups:
              1: [0, 1]

            """,
            written);
        var again = EffectiveDocument.FromFile(input.PathOf("elsewhere/effective.yaml")).Load().Experiment;
        Assert.Equal(2 << 20, again.Workload.Graphs[0][0].Size.Bytes);
    }

    [Fact]
    public void ToYaml_OfFileThatCannotBeRead_SaysWhy()
    {
        File.Delete(input.PathOf("network.yml"));

        Assert.Equal(
            ["experiment.yaml:2 network: The file network.yml does not exist."],
            input.ProblemsOf(() => input.Document().ToYaml()));
    }
}
