using ClusterSim.Core.Collectives;
using ClusterSim.Testing.Simulations;
using Xunit;

namespace ClusterSim.Tests.Collectives.Algorithms;

/// <summary>
/// What the closed forms have in common. Links carry 1 byte/ns with 500 ns, memory moves 1 byte/ns, the endpoint delay is 10 ns
/// and a collective is one chunk, so that times can be written down by hand.
/// </summary>
internal static class ClosedForm
{
    public const long Endpoint = 10;

    /// <summary>The time of a message over a number of links that nobody else uses: each stores and forwards.</summary>
    public static long Hop(long bytes, int links = 1) => links * (500 + bytes);

    /// <summary>A reduction reads two operands and writes one.</summary>
    public static long Reduction(long bytes) => 3 * bytes;

    /// <summary>How many links there are from an NPU to the next.</summary>
    public static int LinksTo(string topology) => topology == "Switch" ? 2 : 1;

    /// <summary>Runs one collective on every engine; the time at which all NPUs finish together.</summary>
    public static async Task<long> RunAsync(string topology, int ranks, string algorithm, CollectiveKind kind, long bytes)
    {
        var graph = new TestGraph();
        graph.Collective(kind, bytes);
        var experiment = TestExperiment.On(topology, ranks).Using(algorithm).Executing(graph.Build());
        var result = await EngineMatrix.RunOnAllAsync(experiment, TestContext.Current.CancellationToken);
        return result.End.Ns;
    }
}
