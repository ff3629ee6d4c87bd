using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Testing.Simulations;
using Xunit;
using static ClusterSim.Tests.Collectives.Algorithms.ClosedForm;

namespace ClusterSim.Tests.Collectives.Algorithms;

/// <summary>ceil(log2 n) rounds, in each of which all ranks send to another one each, so that no two messages share a link, but on a ring.</summary>
public sealed class DisseminationTests
{
    public static TheoryData<string, int> Fabrics => new()
    {
        { "FullyConnected", 2 }, { "FullyConnected", 3 }, { "FullyConnected", 8 }, { "FullyConnected", 9 }, { "Switch", 5 }, { "Ring", 3 },
    };

    [Theory]
    [MemberData(nameof(Fabrics))]
    public async Task Barrier_AllComeAtOnce_TakesTheRounds(string topology, int n)
    {
        const long Bytes = 8;

        Assert.Equal(
            Endpoint + Rounds(n) * (Hop(Bytes, LinksTo(topology)) + Endpoint),
            await RunAsync(topology, n, "dissemination", CollectiveKind.Barrier, Bytes));
    }

    [Fact]
    public async Task Barrier_WithoutBytes_TakesTheLatencies() => Assert.Equal(
        Endpoint + Rounds(5) * (Hop(0) + Endpoint), await RunAsync("FullyConnected", 5, "dissemination", CollectiveKind.Barrier, 0));

    // Nobody leaves before the last one has come; its news are with all others after all rounds.
    [Fact]
    public async Task Barrier_OneComesLate_AllWaitForIt()
    {
        const int Late = 7;
        var experiment = TestExperiment.On("FullyConnected", 6).Executing(npu =>
        {
            var graph = new TestGraph();
            graph.Collective(CollectiveKind.Barrier, 0, after: graph.Compute(npu == 4 ? Late : 0));
            return graph.Build();
        });

        var result = await EngineMatrix.RunOnAllAsync(experiment, TestContext.Current.CancellationToken);

        Assert.All(result.Npus, npu => Assert.True(npu.Finish >= SimTime.Zero + SimDuration.FromMicroseconds(Late)));
        Assert.Equal(Late * 1000 + Endpoint + Rounds(6) * (Hop(0) + Endpoint), result.End.Ns);
    }

    private static int Rounds(int n) => int.Log2(n - 1) + 1;
}
