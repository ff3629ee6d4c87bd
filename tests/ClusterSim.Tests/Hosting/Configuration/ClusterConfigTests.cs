using ClusterSim.Hosting.Configuration;
using ClusterSim.Hosting.Configuration.Validation;
using ClusterSim.Sweeps;
using Xunit;

namespace ClusterSim.Tests.Hosting.Configuration;

public sealed class ClusterConfigTests
{
    [Fact]
    public void EveryFile_IsValidAndWithoutNotes() =>
        Assert.All(ClusterConfig.Files("experiments", "networks", "nodes", "systems", "workloads"), file =>
        {
            var report = InputValidator.Validate(file);
            Assert.Empty(report.Problems);
            Assert.Empty(report.Notes);
        });

    [Fact]
    public void EverySweep_IsValidAndWithoutNotes() =>
        Assert.All(ClusterConfig.Files("sweeps"), file =>
        {
            Assert.True(Sweep.IsSweep(file));
            var sweep = Sweep.Read(file, []);
            Assert.Empty(sweep.Notes);
            Assert.Equal(0, sweep.Total(CancellationToken.None).Invalid);
        });

    [Fact]
    public void EveryFile_NamesItsSchema() =>
        Assert.All(ClusterConfig.Files("experiments", "networks", "nodes", "sweeps", "systems", "workloads"), file =>
        {
            var line = File.ReadLines(file).First(text => text.Contains("$schema", StringComparison.Ordinal));
            var schema = line[(line.IndexOf("../", StringComparison.Ordinal))..].TrimEnd(',', '"');
            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(file)!, schema)), line);
        });

    [Theory]
    [InlineData(2, 741.34)]
    [InlineData(4, 741.34)]
    [InlineData(8, 400)]
    public void ResNet_OnHgxH100_IsTheExperimentOfTheReport(int gpus, double bandwidth)
    {
        var experiment = EffectiveDocument.FromFile(ClusterConfig.PathOf($"experiments/resnet50-hgx-h100-{gpus}.yaml")).Load().Experiment;

        var dimension = Assert.Single(experiment.Network.Dimensions);
        Assert.Equal(("Switch", gpus, 936.25), (dimension.Topology.Name, dimension.NpuCount, dimension.LatencyNs));
        Assert.Equal(bandwidth * 1.073741824, dimension.Bandwidth.BytesPerNs, 1e-9);
        var graph = experiment.Workload.Graphs[0];
        Assert.Equal(54 * 4, graph.Count);
        Assert.Equal(1_095_314_000, Enumerable.Range(0, graph.Count).Sum(node => graph[node].Duration.Ns));
        Assert.Equal((2, 4), (experiment.System.ActiveChunksPerDimension, experiment.System.PreferredDatasetSplits));
    }
}
