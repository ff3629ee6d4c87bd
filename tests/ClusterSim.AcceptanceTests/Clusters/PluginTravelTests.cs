using ClusterSim.AcceptanceTests.CommandLine;
using ClusterSim.Testing.Plugins;
using Xunit;

namespace ClusterSim.AcceptanceTests.Clusters;

/// <summary>Plug-ins go with the work to the nodes that take them.</summary>
public sealed class PluginTravelTests
{
    [Fact]
    public async Task Run_OnNodesThatTakePlugins_PrintsTheSameAsHere()
    {
        await using var cluster = await StartAsync("allow-plugins: true");

        var embedded = cluster.RunEmbedded("experiment.yaml", "--partitions", "2");
        var shared = cluster.Run("experiment.yaml", "--partitions", "2");

        Assert.Equal((0, ""), (shared.ExitCode, shared.Error));
        Assert.Equal(PrintedRun.WithoutTimes(embedded.Output), PrintedRun.WithoutTimes(shared.Output));
        Assert.Contains("  odd  ", shared.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OnNodesThatTakeNone_SaysWhatToDo()
    {
        await using var cluster = await StartAsync("");

        var run = cluster.Run("experiment.yaml", "--partitions", "2");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "This node takes no plug-ins, and the experiment has Odd.dll. Set allow-plugins: true in its file, if you trust who submits work.",
            run.Error,
            StringComparison.Ordinal);
    }

    // Every rank passes its data to the next.
    private static async Task<SimulationCluster> StartAsync(string settings)
    {
        var cluster = new SimulationCluster { NodeSettings = settings };
        await cluster.InitializeAsync();
        PluginCompiler.Compile(
            cluster.Folder,
            "Odd",
            PluginCompiler.Odd("actions.Process(0, size, false);", "actions.Send(other, size); actions.Receive(0, (context.Rank + 7) % 8, size);", "actions.Finish(size);"));
        cluster.Folder.Write(
            "experiment.yaml",
            """
            workload: { collective: all-reduce, size: 1MiB }
            network: { topology: [Ring], npus_count: [8], bandwidth: [50], latency: [500] }
            system: { plugins: [Odd.dll], all-reduce-implementation: [odd], preferred-dataset-splits: 4, local-mem-bw: 1600 }
            """);
        return cluster;
    }
}
