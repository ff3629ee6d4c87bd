using ClusterSim.Core;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Hosting.Results;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Testing;
using ClusterSim.Testing.Plugins;
using Xunit;

namespace ClusterSim.Tests.Hosting.Plugins;

/// <summary>What plug-ins do wrong while they run ends the run, and says what and who.</summary>
public sealed class PluginRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // Every rank passes its data to the next: over one link of 1 GB/s (2^30 bytes: 4000 of them take 3725 ns) and 500 ns, after the endpoint delay.
    [Fact]
    public async Task Run_OfAnAlgorithmWithoutMistakes_TakesWhatItsMessagesTake()
    {
        var result = await RunAsync("actions.Process(0, size, false);", "actions.Send(other, size); actions.Receive(0, (context.Rank + 3) % 4, size);", "actions.Finish(size);");

        Assert.Equal(10 + 500 + 3725, result.End.Ns);
        Assert.Equal("odd", Assert.Single(result.Collectives).Algorithm);
    }

    [Theory]
    [InlineData("throw new FormatException(\"no such number\");", "The algorithm odd of Odd.dll threw FormatException in Start on rank 0 of AllReduce among 4 ranks: no such number")]
    [InlineData("actions.Send(context.Rank, size);", "rank 0 of AllReduce among 4 ranks sends to itself.")]
    [InlineData("actions.Send(4, size);", "rank 0 of AllReduce among 4 ranks sends to rank 4; there are 0 to 3.")]
    [InlineData("actions.Receive(0, -1, size);", "rank 0 of AllReduce among 4 ranks asks for data from rank -1; there are 0 to 3.")]
    [InlineData("actions.Send(other, new ByteSize(-1));", "rank 0 of AllReduce among 4 ranks sends of -1 bytes.")]
    [InlineData("actions.Wait(0, new SimDuration(-1));", "rank 0 of AllReduce among 4 ranks waits -1 ns; the least is 0.")]
    [InlineData("while (true) actions.Send(other, size);", "does more than 1,000,000 things at 0 ns, and simulated time stands still.")]
    [InlineData("actions.Finish(size); actions.Finish(size);", "rank 0 of AllReduce among 4 ranks finishes after it has finished.")]
    [InlineData("actions.Receive(0, other, size); actions.Finish(size);", "finishes while 0 packets or waits are in the NPU, 1 receives wait for data and 0 tagged sends have not arrived.")]
    [InlineData("actions.Finish(size * 2);", "finishes with 8000 bytes; a rank that brought 4000 bytes into AllReduce among 4 ranks holds 4000.")]
    public async Task Run_OfAnAlgorithmThatStartsWithAMistake_SaysWhich(string start, string expected)
    {
        var error = await Assert.ThrowsAnyAsync<SimulationFailedException>(() => RunAsync(start));

        Assert.Contains("npu/0 failed at 0 ns", error.Message, StringComparison.Ordinal);
        Assert.Contains("The algorithm odd of Odd.dll", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OfAnAlgorithmThatNeverLetsTimePass_IsEnded()
    {
        // A wait of no time comes back at once, for ever.
        var error = await Assert.ThrowsAnyAsync<SimulationFailedException>(
            () => RunAsync("actions.Wait(0, new SimDuration(0));", "actions.Wait(0, new SimDuration(0));"));

        Assert.Contains("simulated time stands still", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OfAnAlgorithmThatSendsWhatNobodyAsksFor_IsNoResult()
    {
        var error = await Assert.ThrowsAnyAsync<SimulationFailedException>(() => RunAsync("actions.Send(other, size); actions.Finish(size);"));

        Assert.StartsWith("Data was not conserved: an algorithm of Odd.dll sent what no rank asked for. At 4 of 4 NPUs", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OfAnAlgorithmThatDoesNothing_IsStuckAndNamesTheCollective()
    {
        var error = await Assert.ThrowsAnyAsync<SimulationFailedException>(() => RunAsync(""));

        Assert.Contains("The simulation is stuck: 4 of 4 NPUs cannot finish", error.Message, StringComparison.Ordinal);
        Assert.Contains("all_reduce", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Estimate_OfAnAlgorithmWithAMistake_IsMadeNevertheless()
    {
        var loaded = Load("while (true) actions.Send(other, size);");

        Assert.True(ClusterSim.Hosting.Estimates.RunEstimator.Of(loaded.Experiment).Messages > 0);
    }

    private async Task<SimulationResult> RunAsync(string start, string processed = "", string received = "")
    {
        using var simulator = new Simulator();
        return await simulator.RunAsync(Load(start, processed, received).Experiment, new RunOptions(), cancellation: TestContext.Current.CancellationToken);
    }

    private LoadedExperiment Load(string start, string processed = "", string received = "")
    {
        PluginCompiler.Compile(folder, "Odd", PluginCompiler.Odd(start, processed, received));
        return EffectiveDocument.FromFile(folder.Write(
            "experiment.yaml",
            """
            workload: { collective: all-reduce, size: 4000 }
            network: { topology: [Ring], npus_count: [4], bandwidth: [1], latency: [500] }
            system: { all-reduce-implementation: [odd], plugins: [Odd.dll], local-mem-bw: 1600 }
            """)).Load();
    }
}
