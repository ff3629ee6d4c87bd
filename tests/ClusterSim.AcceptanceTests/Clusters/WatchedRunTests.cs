using System.Text.Json;
using ClusterSim.Testing.Watching;
using Xunit;

namespace ClusterSim.AcceptanceTests.Clusters;

/// <summary>The live page of what runs on two nodes.</summary>
public sealed class WatchedRunTests(SimulationCluster cluster) : IClassFixture<SimulationCluster>
{
    [Fact]
    public async Task Run_OnTwoNodes_ShowsBothWithTheirLoadAndTheLinksOfAll()
    {
        cluster.Folder.Write("experiment.yaml", LongRun.Experiment);
        using var watched = await WatchedProgram.StartAsync(
            cluster.Folder.FullPath, "run", "experiment.yaml", "--cluster", cluster.Seed.Address, "--config", "client.yaml", "--watch");

        var snapshot = await watched.WaitForAsync("two nodes with their load", one => HostsWithLoad(one) == 2);

        var run = snapshot.GetProperty("run");
        var nodes = run.GetProperty("hosts").EnumerateArray().Select(host => host.GetProperty("name").GetString()!).Order(StringComparer.Ordinal);
        Assert.Equal(new[] { cluster.Seed.Address, cluster.Worker.Address }.Order(StringComparer.Ordinal), nodes);
        Assert.Equal((256, 512), (run.GetProperty("npus").GetInt32(), run.GetProperty("links").GetInt32()));
    }

    [Fact]
    public async Task Sweep_OnTwoNodes_ShowsWhatEachRuns()
    {
        var experiment = string.Join('\n', LongRun.Experiment.Split('\n').Select(line => "  " + line));
        cluster.Folder.Write("sweep.yaml", $"base:\n{experiment}\naxes: [{{ network.latency: {{ from: 500, to: 520, step: 1 }} }}]");
        using var watched = await WatchedProgram.StartAsync(
            cluster.Folder.FullPath, "sweep", "sweep.yaml", "-o", "out", "--cluster", cluster.Seed.Address, "--config", "client.yaml", "--watch");

        var snapshot = await watched.WaitForAsync("points on two nodes", one => Running(one).Count(points => points > 0) == 2);

        Assert.Equal(21, snapshot.GetProperty("sweep").GetProperty("total").GetInt32());
        Assert.Equal(snapshot.GetProperty("sweep").GetProperty("running").GetInt32(), Running(snapshot).Sum());
    }

    private static int HostsWithLoad(JsonElement snapshot) =>
        snapshot.GetProperty("run").GetProperty("hosts").EnumerateArray().Count(host => host.TryGetProperty("cores", out var cores) && cores.GetDouble() > 0);

    private static IEnumerable<int> Running(JsonElement snapshot) =>
        snapshot.GetProperty("sweep").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("points").GetArrayLength());
}
