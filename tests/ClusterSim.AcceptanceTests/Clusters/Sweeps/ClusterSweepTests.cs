using ClusterSim.AcceptanceTests.CommandLine.Sweeps;
using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.AcceptanceTests.Clusters.Sweeps;

/// <summary>Sweeps whose points run on nodes, while nothing goes wrong.</summary>
public sealed class ClusterSweepTests : IDisposable
{
    private readonly ClusterSweep sweep = new();

    public void Dispose() => sweep.Dispose();

    [Fact]
    public async Task Sweep_OnTwoNodes_GivesTheTablesOfOneProcess()
    {
        using var seed = await sweep.StartSeedAsync();
        using var first = await sweep.StartWorkerAsync(seed);
        using var second = await sweep.StartWorkerAsync(seed);

        using var program = sweep.Start(seed);
        var run = program.WaitForEnd(ClusterSimProgram.Bound);

        Assert.Equal((0, false), (run.ExitCode, run.Error.Contains("was lost", StringComparison.Ordinal)));
        Assert.Equal(new[] { first.Address, second.Address }.Order(StringComparer.Ordinal), SweepTables.Nodes(sweep.Results));
        await sweep.AssertTablesAsync();
    }

    [Fact]
    public async Task Sweep_OverTraces_BringsThemToTheNodesOnce()
    {
        var traces = Repository.PathOf("tests/ClusterSim.AcceptanceTests/Cases/ref-2d-002-2x2-all-reduce");
        sweep.Folder.Write(
            "sweep.yaml",
            $$"""
            base:
              workload: { traces: {{traces}}/workload, replay: [0, 0, 0, 0] }
              network: {{traces}}/network.yml
              system: {{traces}}/system.json
              backend: congestion-unaware
            axes:
              - system.endpoint-delay: [5, 10, 20]
            """);
        using var seed = await sweep.StartSeedAsync();
        using var worker = await sweep.StartWorkerAsync(seed);

        using var program = sweep.Start(seed);
        var run = program.WaitForEnd(ClusterSimProgram.Bound);

        Assert.Equal((0, false), (run.ExitCode, run.Error.Contains("was lost", StringComparison.Ordinal)));
        await sweep.AssertTablesAsync();
        var cached = Directory.GetFiles(sweep.Folder.PathOf("node-3-inputs")).Select(file => new FileInfo(file).Length);
        Assert.Contains(new FileInfo(Path.Combine(traces, "workload.0.et")).Length, cached);
    }

    [Fact]
    public async Task Node_ThatIsAskedToLeave_HandsItsPointsBack()
    {
        using var seed = await sweep.StartSeedAsync();
        using var leaver = await sweep.StartWorkerAsync(seed);
        using var program = sweep.Start(seed);
        sweep.WaitForPoints(program, 2);
        using var other = await sweep.StartWorkerAsync(seed);

        leaver.Terminate();

        Assert.Equal(0, await leaver.WaitForEndAsync());
        var run = program.WaitForEnd(ClusterSimProgram.Bound);
        Assert.Equal((0, false), (run.ExitCode, run.Error.Contains("was lost", StringComparison.Ordinal)));
        Assert.DoesNotContain(leaver.Lines, line => line.Message.Contains("did not hand back", StringComparison.Ordinal));
        await sweep.AssertTablesAsync();
    }

    [Fact]
    public async Task Sweeps_OfTwoProcesses_ShareTheNodes()
    {
        using var seed = await sweep.StartSeedAsync();
        using var worker = await sweep.StartWorkerAsync(seed);
        using var program = sweep.Start(seed);
        sweep.WaitForPoints(program, 1);

        using var second = ClusterSimProgram.Start(
            sweep.Folder.FullPath, ["sweep", "sweep.yaml", "-o", "second", "--cluster", seed.Address, "--config", "client.yaml"]);

        Assert.Equal((0, 0), (program.WaitForEnd(ClusterSimProgram.Bound).ExitCode, second.WaitForEnd(ClusterSimProgram.Bound).ExitCode));
        await SweepTables.AssertEqualAsync(sweep.Results, sweep.Folder.PathOf("second"));
    }
}
