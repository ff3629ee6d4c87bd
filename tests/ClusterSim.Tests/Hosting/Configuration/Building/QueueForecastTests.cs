using ClusterSim.Core.Collectives;
using ClusterSim.Testing.Simulations;
using ClusterSim.Workload.Chakra;
using Xunit;

namespace ClusterSim.Tests.Hosting.Configuration.Building;

public sealed class QueueForecastTests : IDisposable
{
    private const string Groups = "groups={ a: [0, 1], b: [2, 3] }";

    private readonly InputFolder input = new();

    public void Dispose() => input.Dispose();

    [Fact]
    public void Notes_NpusThatSitOutACollectiveOfAGroup_SaySo()
    {
        AddTraces(npu => npu < 2 ? 1 : 0);

        Assert.Equal(
            [
                "--set num-queues-per-dim: With 2 queues, NPU 0 (node 2) and NPU 2 (node 1) may run the same collective in opposite directions, "
                    + "and wait for each other for ever: each NPU gives its collectives to the queues in turn, and not all take part in the "
                    + "same collectives of groups. Use one queue if the run gets stuck.",
            ],
            Notes("num-queues-per-dim=2"));
    }

    [Theory]
    [InlineData("num-queues-per-dim=1")]
    [InlineData("num-queues-per-dim=2", "system.collective-optimization=localBWAware")]
    [InlineData("num-queues-per-dim=2", "system.preferred-dataset-splits=2")]
    [InlineData("num-queues-per-dim=2", "system.replay-only=1")]
    public void Notes_NpusThatComeToTheSameDirection_SayNothing(params string[] assignments)
    {
        AddTraces(npu => npu < 2 ? 1 : 0);

        Assert.Empty(Notes(assignments));
    }

    [Fact]
    public void Notes_GroupsWithEquallyManyCollectives_SayNothing()
    {
        AddTraces(_ => 1);

        Assert.Empty(Notes("num-queues-per-dim=2"));
    }

    private IReadOnlyList<string> Notes(params string[] assignments) =>
        input.Load([.. assignments, Groups, $"workload={{ traces: {input.PathOf("w")} }}"]).Notes;

    // Collectives in a group, NPUs 0 and 1 in one and the others in another, then one of all.
    private void AddTraces(Func<int, int> inGroup)
    {
        for (var npu = 0; npu < 4; npu++)
        {
            var graph = new TestGraph();
            for (var i = 0; i < inGroup(npu); i++)
            {
                graph.Collective(CollectiveKind.AllReduce, 1000, npu < 2 ? "a" : "b");
            }

            graph.Collective(CollectiveKind.AllReduce, 1000);
            using var file = File.Create(input.PathOf($"w.{npu}.et"));
            ChakraWriter.Write(graph.Build(), file, npu);
        }
    }
}
