using ClusterSim.AcceptanceTests.CommandLine.Sweeps;
using ClusterSim.Testing;
using ClusterSim.Testing.Clusters;
using Xunit;

namespace ClusterSim.AcceptanceTests.Clusters.Sweeps;

/// <summary>Sweeps on nodes of which something happens to one side.</summary>
public sealed class SweepFaultTests : IDisposable
{
    private readonly ClusterSweep sweep = new();

    public void Dispose() => sweep.Dispose();

    [Fact]
    public async Task Worker_KilledInTheMidst_IsReplacedByTheOthers()
    {
        using var seed = await sweep.StartSeedAsync();
        using var victim = await sweep.StartWorkerAsync(seed);
        using var other = await sweep.StartWorkerAsync(seed);
        using var program = sweep.Start(seed);
        sweep.WaitForPoints(program, 4);

        victim.Kill();

        var run = program.WaitForEnd(ClusterSimProgram.Bound);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"note: Node {victim.Address} was lost. Of its points, ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Association", run.Error, StringComparison.Ordinal);
        await sweep.AssertTablesAsync();
    }

    [Fact]
    public async Task Worker_FrozenAndWokenAfterItWasGivenUp_ChangesNothingAndWorksAgain()
    {
        using var seed = await sweep.StartSeedAsync();
        using var frozen = await sweep.StartWorkerAsync(seed);
        using var program = sweep.Start(seed);
        sweep.WaitForPoints(program, 2);

        frozen.Freeze();
        await program.WaitForErrorAsync($"note: Node {frozen.Address} was lost.");
        frozen.Wake();

        // Its late answers come first; then it learns that it was given up, and joins anew.
        await frozen.WaitForAsync("up", count: 2);
        var run = program.WaitForEnd(ClusterSimProgram.Bound);
        Assert.Equal(0, run.ExitCode);
        await sweep.AssertTablesAsync();
    }

    [Fact]
    public async Task Workers_AllGone_AreWaitedForUntilNewOnesJoin()
    {
        using var seed = await sweep.StartSeedAsync();
        using var first = await sweep.StartWorkerAsync(seed);
        using var second = await sweep.StartWorkerAsync(seed);
        using var program = sweep.Start(seed);
        sweep.WaitForPoints(program, 3);

        first.Kill();
        second.Kill();
        await program.WaitForErrorAsync("waits for nodes to run points");
        using var third = await sweep.StartWorkerAsync(seed);

        Assert.Equal(0, program.WaitForEnd(ClusterSimProgram.Bound).ExitCode);
        Assert.Contains(third.Address, SweepTables.Nodes(sweep.Results));
        await sweep.AssertTablesAsync();
    }

    [Fact]
    public async Task Workers_NoneForTooLong_EndTheSweepWhichCanBeResumed()
    {
        using var seed = await sweep.StartSeedAsync();
        using var worker = await sweep.StartWorkerAsync(seed);
        using var program = sweep.Start(seed, "--worker-timeout", "2s");
        sweep.WaitForPoints(program, 3);

        worker.Kill();

        var run = program.WaitForEnd(ClusterSimProgram.Bound);
        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith(
            "clustersim: No worker was there for 2 s. What is finished is kept: start nodes, and resume the sweep.\n", run.Error, StringComparison.Ordinal);
        Assert.InRange(SweepFolderWatch.Finished(sweep.Results), 3, ClusterSweep.Points - 1);
        using var another = await sweep.StartWorkerAsync(seed);
        using var resumed = sweep.Resume(seed);
        Assert.Equal(0, resumed.WaitForEnd(ClusterSimProgram.Bound).ExitCode);
        await sweep.AssertTablesAsync();
    }

    [Fact]
    public async Task Owner_KilledInTheMidst_IsResumedOnTheSameNodes()
    {
        using var seed = await sweep.StartSeedAsync();
        using var worker = await sweep.StartWorkerAsync(seed);
        using (var program = sweep.Start(seed))
        {
            sweep.WaitForPoints(program, 3);
            program.Kill();
            program.WaitForEnd(ClusterSimProgram.Bound);
        }

        using var resumed = sweep.Resume(seed);

        Assert.Equal(0, resumed.WaitForEnd(ClusterSimProgram.Bound).ExitCode);
        await sweep.AssertTablesAsync();
    }

    [Fact]
    public async Task Worker_CutOffByTheNetwork_IsReplacedAndWorksAgainWhenItIsHealed()
    {
        var (seedPort, workerPort, ownerPort) = (LoopbackPort.Free(), LoopbackPort.Free(), LoopbackPort.Free());
        using var seedProxy = new NetworkProxy(seedPort);
        using var workerProxy = new NetworkProxy(workerPort);
        using var ownerProxy = new NetworkProxy(ownerPort);
        NetworkProxy[] all = [seedProxy, workerProxy, ownerProxy];
        sweep.MakeLonger();
        sweep.Folder.Write("client.yaml", $"roles: [client]\nport: {ownerPort}\npublic-port: {ownerProxy.Port}\n{TestNode.QuickDetection}");
        using var seed = await TestNode.StartUpAsync(sweep.Folder, $"roles: [seed]\nport: {seedPort}\npublic-port: {seedProxy.Port}");
        using var worker = await TestNode.StartUpAsync(
            sweep.Folder, $"cores: 1\nport: {workerPort}\npublic-port: {workerProxy.Port}\nseeds: ['{seed.Address}']");
        using var program = sweep.Start(seed);
        sweep.WaitForPoints(program, 2);

        NetworkProxy.Isolate(all, workerProxy);
        await program.WaitForErrorAsync($"note: Node {worker.Address} was lost.");
        NetworkProxy.Heal(all);

        await worker.WaitForAsync("up", count: 2);
        Assert.Equal(0, program.WaitForEnd(ClusterSimProgram.Bound).ExitCode);
        await sweep.AssertTablesAsync();
    }

    [Fact]
    public async Task Point_ThatTakesTwoWorkersDown_IsAFailedRowAndTheOthersAreDone()
    {
        sweep.Folder.Write(
            "sweep.yaml",
            """
            base:
              workload: { collective: all-reduce, size: 1GiB, repeat: 50000 }
              network: { topology: [Switch], npus_count: [128], bandwidth: [50], latency: [500] }
              system: { preferred-dataset-splits: 4, local-mem-bw: 1600 }
            axes:
              - workload.repeat: [50000, 1]
            """);
        using var seed = await sweep.StartSeedAsync();
        using var first = await sweep.StartWorkerAsync(seed);
        using var program = sweep.Start(seed);
        await program.WaitForErrorAsync($"{first.Address}: 1 of 1 busy");
        first.Kill();
        using var second = await sweep.StartWorkerAsync(seed);
        await program.WaitForErrorAsync($"{second.Address}: 1 of 1 busy");
        second.Kill();
        using var third = await sweep.StartWorkerAsync(seed);

        var run = program.WaitForEnd(ClusterSimProgram.Bound);

        Assert.Equal(1, run.ExitCode);
        var rows = File.ReadAllText(Path.Combine(sweep.Results, "results.csv"));
        Assert.Contains($"2 workers ended while they ran this point ({first.Address}, {second.Address}). It is not tried on another.", rows, StringComparison.Ordinal);
        Assert.Contains(",done,", rows, StringComparison.Ordinal);
    }
}
