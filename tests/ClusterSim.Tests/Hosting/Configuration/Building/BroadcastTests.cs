using ClusterSim.Core.Collectives;
using ClusterSim.Testing.Simulations;
using ClusterSim.Tests.Workload;
using ClusterSim.Workload.Chakra;
using Xunit;

namespace ClusterSim.Tests.Hosting.Configuration.Building;

/// <summary>Broadcasts last as recorded, as in the reference, unless a system says how they are run, or the workload is nothing else.</summary>
public sealed class BroadcastTests : IDisposable
{
    private readonly InputFolder input = new();

    public void Dispose() => input.Dispose();

    [Fact]
    public async Task Trace_NothingSaidOfBroadcasts_LastsAsRecorded()
    {
        var experiment = input.Load(Traces(size: 100)).Experiment;

        Assert.False(experiment.System.SimulatesBroadcasts);
        Assert.Equal(3000, (await EngineMatrix.RunAsync(experiment, TestContext.Current.CancellationToken)).End.Ns);
    }

    [Theory]
    [InlineData("system.broadcast-implementation=[tree]")]
    [InlineData("system.algorithms=[{ when: { kind: broadcast }, use: tree }]")]
    public async Task Trace_BroadcastImplementationGiven_IsSimulated(string assignment)
    {
        var experiment = input.Load(Traces(size: 100), assignment).Experiment;

        var result = await EngineMatrix.RunAsync(experiment, TestContext.Current.CancellationToken);

        Assert.Equal(("tree", CollectiveKind.Broadcast), (result.Collectives[0].Algorithm, result.Collectives[0].Kind));
        Assert.NotEqual(3000, result.End.Ns);
    }

    [Fact]
    public void Trace_RuleForAllKinds_DoesNotNameBroadcasts() =>
        Assert.False(input.Load(Traces(size: 100), "system.algorithms=[{ use: tree }]").Experiment.System.SimulatesBroadcasts);

    [Fact]
    public void Trace_BroadcastWithoutSizeThatIsSimulated_IsRefused()
    {
        var traces = Traces(size: null);

        Assert.Empty(input.Problems(traces));
        Assert.Contains(
            input.Problems(traces, "system.broadcast-implementation=[tree]"),
            problem => problem.Contains("It lacks comm_size, which a collective must have.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("broadcast", "binomialTree")]
    [InlineData("reduce", "binomialTree")]
    [InlineData("gather", "binomialTree")]
    [InlineData("scatter", "binomialTree")]
    [InlineData("barrier", "dissemination")]
    public async Task OneCollective_NothingSaidOfIt_HasItsDefault(string kind, string algorithm)
    {
        var experiment = input.Load($"workload.collective={kind}").Experiment;

        var result = await EngineMatrix.RunAsync(experiment, TestContext.Current.CancellationToken);

        Assert.Equal(algorithm, Assert.Single(result.Collectives).Algorithm);
    }

    [Fact]
    public void Implementation_ThatCannotRunTheKind_NamesThoseThatCan() => Assert.Equal(
        [
            "--set system.broadcast-implementation[0]: ring cannot run Broadcast; allowed are AllReduce, AllGather, ReduceScatter, AllToAll. "
                + "Asked for by node 0 (broadcast) of NPU 0, among all 4 NPUs. Use binomialTree or tree.",
        ],
        input.Problems("workload.collective=broadcast", "system.broadcast-implementation=[ring]"));

    [Fact]
    public void Parameter_OutOfBounds_NamesWhatIsAllowed() => Assert.Equal(
        ["--set system.all-reduce-implementation[0].chunks: 0 is not allowed: give a whole number from 1 to 65536. In how many chunks the data goes, one behind the other."],
        input.Problems("system.all-reduce-implementation=[{ algorithm: tree, chunks: 0 }]"));

    private string Traces(long? size)
    {
        for (var npu = 0; npu < 4; npu++)
        {
            var node = TraceMessages.Collective(0, CollectiveCommType.Broadcast, size ?? 0);
            node.DurationMicros = 3;
            File.WriteAllBytes(input.PathOf($"w.{npu}.et"), TraceMessages.ToBytes(size is null ? node.Without("comm_size") : node));
        }

        return $"workload={{ traces: {input.PathOf("w")} }}";
    }
}
