using ClusterSim.Core.Collectives;
using ClusterSim.Tests.Workload;
using Xunit;

namespace ClusterSim.Tests.Hosting.Configuration.Building;

public sealed class CollectiveBuilderTests : IDisposable
{
    private readonly InputFolder input = new();

    public void Dispose() => input.Dispose();

    [Fact]
    public void Custom_OfUsedKind_IsRead()
    {
        AddRing("custom", ranks: 4);
        input.Write("system.json", """{ "local-mem-bw": 1600, "all-reduce-implementation-custom": [ "custom" ] }""");

        var implementation = input.Load().Experiment.System.Implementations[CollectiveKind.AllReduce];

        Assert.Equal("custom", implementation.Custom?.Name);
        Assert.Equal(1, implementation.Custom?.MessagesPerRank(CollectiveKind.AllReduce, 4));
    }

    [Fact]
    public void Custom_OfKindThatIsNotUsed_IsNotRead() =>
        Assert.Empty(input.Problems("system.all-gather-implementation-custom=[nowhere]"));

    [Fact]
    public void Custom_WithTracesForFewerRanks_NamesBothNumbers()
    {
        AddRing("custom", ranks: 2);
        input.Write("system.json", """{ "local-mem-bw": 1600, "all-reduce-implementation-custom": [ "custom" ] }""");

        Assert.Contains("4 ranks and the custom algorithm 2", Assert.Single(input.Problems()));
    }

    [Fact]
    public void Custom_OfTwoTraces_IsRefused() => Assert.Equal(
        ["--set system.all-reduce-implementation-custom: a list of 2 is not allowed: give a list of one: the path of custom traces, "
            + "without .<rank>.et."],
        input.Problems("system.all-reduce-implementation-custom=[a, b]"));

    [Fact]
    public void CustomOfNode_IsRelativeToItsOwnFile()
    {
        AddRing("algorithms/ring", ranks: 4);
        input.Write("algorithms/per_node.yml", "0: ring\n");
        input.Write("system.json", """{ "local-mem-bw": 1600, "per-node-custom-implementation": "algorithms/per_node.yml" }""");

        var system = input.Load().Experiment.System;

        Assert.Equal("ring", Assert.Single(system.PerNodeImplementations, pair => pair.Key == 0).Value.Name);
    }

    [Fact]
    public void CustomOfNode_ThatIsNoCollective_IsNoted()
    {
        var loaded = input.Load("system.per-node-custom-implementation={ 5: ring }");

        Assert.Equal(
            ["--set system.per-node-custom-implementation.5: Without effect. No trace of the workload has a collective node with id 5."],
            loaded.Notes);
    }

    [Fact]
    public void CustomOfNode_WithoutNumber_IsRefused() => Assert.Equal(
        ["--set system.per-node-custom-implementation.first: first is no id of a node: give a whole number, each once."],
        input.Problems("system.per-node-custom-implementation={ first: ring }"));

    // Each rank sends to the next one: the shortest algorithm there is.
    private void AddRing(string prefix, int ranks)
    {
        for (var rank = 0; rank < ranks; rank++)
        {
            var send = TraceMessages.Send(0, to: (rank + 1) % ranks);
            var receive = TraceMessages.Receive(1, from: (rank + ranks - 1) % ranks);
            var path = input.Write($"{prefix}.{rank}.et", "");
            File.WriteAllBytes(path, TraceMessages.ToBytes(send, receive));
        }
    }
}
