using ClusterSim.Testing;
using ClusterSim.Testing.Clusters;
using Xunit;

namespace ClusterSim.AcceptanceTests.Clusters;

/// <summary>A traced run over several nodes leaves the same files, bit for bit, as one in a single process.</summary>
public sealed class SharedTraceTests : IAsyncLifetime
{
    private readonly SimulationCluster cluster = new();
    private readonly TemporaryFolder others = new();

    public ValueTask InitializeAsync() => cluster.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await cluster.DisposeAsync();
        others.Dispose();
    }

    // Long enough for some hundred frames, so that nodes wait for the submitting process.
    [Fact]
    public void Run_Traced_WritesTheFilesOfOneProcess()
    {
        WriteExperiment("all-reduce", "Ring", 64, "ring", "congestion-aware");

        AssertSame("--partitions", "2");
        AssertSame("--partitions", "4", "--trace-kinds", "chunk,delivered", "--trace-actors", "npu/1,link/*");
        AssertSame("--partitions", "3", "--trace-from", "5us", "--trace-to", "40us", "--trace-sample", "0.3");
    }

    [Fact]
    public void Run_TracedWithoutCongestion_WritesTheFilesOfOneProcess()
    {
        WriteExperiment("all-to-all", "Switch", 12, "direct", "congestion-unaware");

        AssertSame("--partitions", "2");
    }

    [Fact]
    public async Task Run_TracedOnThreeNodes_WritesTheFilesOfOneProcess()
    {
        using var third = await TestNode.StartUpAsync(others, $"seeds: ['{cluster.Seed.Address}']");
        await cluster.Seed.WaitForAsync("member-up", third.Address);
        WriteExperiment("all-to-all", "Switch", 24, "direct", "congestion-aware");

        AssertSame("--partitions", "3");
    }

    [Fact]
    public async Task Node_ThatIsKilledInATracedRun_EndsTheRunAndLeavesWhatWasRecorded()
    {
        var lost = cluster.Worker.Address;
        cluster.Folder.Write("experiment.yaml", LongRun.Experiment);
        using var program = cluster.Start("experiment.yaml", "--partitions", "2", "--trace", "trace", "--trace-kinds", "start");
        await cluster.WaitForHostsAsync(2);

        cluster.Worker.Kill();
        var run = SimulationCluster.EndOf(program);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Equal(
            $"clustersim: the simulation failed: Node {lost} left the simulation, or cannot be reached. Run it again on the nodes that are left.\n", run.Error);
        await using var messages = File.OpenRead(cluster.Folder.PathOf("trace/messages.parquet"));
        Assert.InRange((await ParquetNumbers.ReadAsync(messages)).Rows, 0, 256);
    }

    [Fact]
    public async Task CtrlC_InATracedRun_LeavesNoTraceAndFreesTheNodes()
    {
        cluster.Folder.Write("experiment.yaml", LongRun.Experiment);
        using var program = cluster.Start("experiment.yaml", "--partitions", "2", "--trace", "trace");
        await cluster.WaitForHostsAsync(2);

        program.PressCtrlC();

        Assert.Equal(new ProgramRun(130, "", "clustersim: stopped before the end; there is no result.\n"), SimulationCluster.EndOf(program));
        Assert.Equal(["client.yaml", "experiment.yaml"], Directory.GetFileSystemEntries(cluster.Folder.FullPath).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        await cluster.WaitForHostsAsync(0);
    }

    private void AssertSame(params string[] arguments)
    {
        var embedded = cluster.RunEmbedded(["experiment.yaml", .. arguments, "--trace", "one"]);
        var shared = cluster.Run(["experiment.yaml", .. arguments, "--trace", "many"]);

        Assert.Equal("", embedded.Error + shared.Error);
        Assert.Equal((0, 0), (embedded.ExitCode, shared.ExitCode));
        Assert.All(
            Directory.GetFiles(cluster.Folder.PathOf("one")),
            path => Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(Path.Combine(cluster.Folder.PathOf("many"), Path.GetFileName(path)))));
    }

    private void WriteExperiment(string kind, string topology, int npus, string algorithm, string backend) => cluster.Folder.Write(
        "experiment.yaml",
        $$"""
        workload: { collective: {{kind}}, size: 1MiB }
        network: { topology: [{{topology}}], npus_count: [{{npus}}], bandwidth: [50], latency: [500] }
        system: { {{kind}}-implementation: [{{algorithm}}], preferred-dataset-splits: 4, local-mem-bw: 1600 }
        backend: {{backend}}
        """);
}
