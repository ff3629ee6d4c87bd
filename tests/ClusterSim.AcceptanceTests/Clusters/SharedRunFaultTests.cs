using ClusterSim.Testing;
using ClusterSim.Testing.Clusters;
using Xunit;

namespace ClusterSim.AcceptanceTests.Clusters;

/// <summary>Nodes and submitting processes end in the middle of a simulation. Nothing hangs, and the next one runs.</summary>
public sealed class SharedRunFaultTests : IAsyncLifetime
{
    private const string ShortRun =
        """
        workload: { collective: all-reduce, size: 1MiB }
        network: { topology: [Ring], npus_count: [8], bandwidth: [50], latency: [500] }
        system: { all-reduce-implementation: [ring], local-mem-bw: 1600 }
        """;

    private readonly SimulationCluster cluster = new();

    public async ValueTask InitializeAsync()
    {
        await cluster.InitializeAsync();
        cluster.Folder.Write("long.yaml", LongRun.Experiment);
        cluster.Folder.Write("short.yaml", ShortRun);
    }

    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    [Fact]
    public async Task Node_ThatIsKilled_EndsTheRunAndTheNextOneTakesTheOthers()
    {
        var lost = cluster.Worker.Address;
        using var program = await StartLongAsync();

        cluster.Worker.Kill();

        AssertLost(program, $"Node {lost} left the simulation, or cannot be reached. Run it again on the nodes that are left.");
        AssertNextRuns();
    }

    [Fact]
    public async Task Node_ThatIsFrozen_EndsTheRunAndTheNextOneTakesTheOthers()
    {
        var lost = cluster.Worker.Address;
        using var program = await StartLongAsync();

        cluster.Worker.Freeze();

        AssertLost(program, $"Node {lost} left the simulation, or cannot be reached. Run it again on the nodes that are left.");
        AssertNextRuns();
    }

    [Fact]
    public async Task Node_ThatLeaves_EndsTheRunAndTheNextOneTakesTheOthers()
    {
        var lost = cluster.Worker.Address;
        using var program = await StartLongAsync();

        cluster.Worker.Terminate();

        AssertLost(program, $"Node {lost}: It leaves the cluster. Run the simulation again on the nodes that are left.");
        Assert.Equal(0, await cluster.Worker.WaitForEndAsync());
        Assert.DoesNotContain(cluster.Worker.Lines, line => line.Message.Contains("did not hand back", StringComparison.Ordinal));
        AssertNextRuns();
    }

    [Fact]
    public async Task SubmittingProcess_ThatIsKilled_FreesTheNodesForTheNextRun()
    {
        using (var program = await StartLongAsync())
        {
            program.Kill();
        }

        await cluster.WaitForHostsAsync(0);
        AssertNextRuns();
    }

    [Fact]
    public async Task Cluster_WithoutAWorker_IsWaitedForAndThenTold()
    {
        using var folder = new TemporaryFolder();
        using var seed = await TestNode.StartUpAsync(folder, "roles: [seed]");
        cluster.Folder.Write("impatient.yaml", "roles: [client]\njoin-timeout-ms: 10000\n" + TestNode.QuickDetection);

        using var program = ClusterSimProgram.Start(
            cluster.Folder.FullPath, ["run", "short.yaml", "--cluster", seed.Address, "--config", "impatient.yaml"]);

        var run = SimulationCluster.EndOf(program);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Equal(
            "note: no node of the cluster has the role worker: waits 10 s for one\n"
            + "clustersim: No node of the cluster has the role worker: waited 10 s for one. Start one with roles: [worker] in its file.\n",
            run.Error);
    }

    private async Task<RunningProgram> StartLongAsync()
    {
        var program = cluster.Start("long.yaml", "--partitions", "2");
        try
        {
            await cluster.WaitForHostsAsync(2);
            return program;
        }
        catch
        {
            program.Dispose();
            throw;
        }
    }

    private static void AssertLost(RunningProgram program, string why)
    {
        var run = SimulationCluster.EndOf(program);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Equal($"clustersim: the simulation failed: {why}\n", run.Error);
    }

    private void AssertNextRuns()
    {
        var run = cluster.Run("short.yaml");
        Assert.Equal(0, run.ExitCode);
    }
}
