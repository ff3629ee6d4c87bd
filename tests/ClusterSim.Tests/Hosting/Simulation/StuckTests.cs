using ClusterSim.Core;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Testing.Simulations;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;
using Xunit;

namespace ClusterSim.Tests.Hosting.Simulation;

public sealed class StuckTests
{
    [Fact]
    public async Task RunAsync_ReceiveThatNobodySends_NamesNpuNodeTagAndSize()
    {
        var experiment = TestExperiment.On("Ring", 4).Executing(npu =>
        {
            var graph = new TestGraph();
            if (npu == 2)
            {
                graph.Receive(from: 1, bytes: 4096, tag: 17);
            }

            return graph.Build();
        });

        Assert.Equal(
            """
            The simulation is stuck: 1 of 4 NPUs cannot finish, and no message is left.
              npu/2 waits:
                node 1: receive from npu/1, tag 17, 4,096 B, that nobody sent
            """,
            await StuckAsync(experiment));
    }

    [Fact]
    public async Task RunAsync_SendOfAnotherSize_NamesBothSides()
    {
        var experiment = TestExperiment.On("Ring", 2).Executing(npu =>
        {
            var graph = new TestGraph();
            if (npu == 0)
            {
                graph.Send(to: 1, bytes: 100, tag: 3);
            }
            else
            {
                graph.Receive(from: 0, bytes: 200, tag: 3);
            }

            return graph.Build();
        });

        Assert.Equal(
            """
            The simulation is stuck: 1 of 2 NPUs cannot finish, and no message is left.
              npu/1 waits:
                node 1: receive from npu/0, tag 3, 200 B, that nobody sent
                with a message of a send from npu/0, tag 3, 100 B, that nobody received
            """,
            await StuckAsync(experiment));
    }

    [Fact]
    public async Task RunAsync_RanksCallDifferentCollectives_SaysWhich()
    {
        var experiment = TestExperiment.On("Switch", 2).Executing(npu =>
        {
            var graph = new TestGraph();
            graph.Collective(npu == 0 ? CollectiveKind.AllReduce : CollectiveKind.AllGather, bytes: 1000);
            return graph.Build();
        });

        var text = await StuckAsync(experiment);

        Assert.Contains(
            "NPUs disagree on a collective in all NPUs: npu/0 calls all-reduce of 1,000 B (node 1), npu/1 calls all-gather of 1,000 B (node 1).",
            text,
            StringComparison.Ordinal);
        Assert.Contains("node 1: all-gather of 1,000 B in all NPUs, which others call otherwise", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_ARankStaysAway_NamesTheCollectiveThatWaits()
    {
        var experiment = TestExperiment.On("Switch", 2).Executing(npu =>
        {
            var graph = new TestGraph();
            if (npu == 0)
            {
                graph.Collective(CollectiveKind.AllReduce, bytes: 1000);
            }

            return graph.Build();
        });

        var text = await StuckAsync(experiment);

        Assert.Contains("node 1: all-reduce of 1,000 B in all NPUs, which npu/1 does not call", text, StringComparison.Ordinal);
        Assert.Contains("for a message of a collective from npu/1, tag 0, 500 B, that nobody sent", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_MembersOfAGroupStayAway_NamesThem()
    {
        var experiment = TestExperiment.On("Switch", 4).Executing(npu =>
        {
            var graph = new TestGraph();
            if (npu == 0)
            {
                graph.Collective(CollectiveKind.AllReduce, bytes: 1000, group: "1");
            }

            return graph.Build();
        });

        var text = await StuckAsync(experiment.WithGroups(new ProcessGroup("1", 1, [0, 2, 3])));

        Assert.Contains("node 1: all-reduce of 1,000 B in group \"1\", which npu/2, npu/3 do not call", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_NodeAndGroupWithUglyNames_ShowsThemFitForATerminal()
    {
        var builder = new GraphBuilder("test");
        var node = new TraceNode
        {
            Id = 1,
            Kind = NodeKind.Collective,
            Size = new ByteSize(8),
            Group = builder.GroupIndex("g\u001b"),
            InvolvedDimensions = uint.MaxValue,
        };
        builder.Add(node, [], "n\n" + new string('x', 500));
        var graph = builder.Build();
        var experiment = TestExperiment.On("Switch", 4).Executing(npu => npu == 0 ? graph : new TestGraph().Build());

        var text = await StuckAsync(experiment.WithGroups(new ProcessGroup("g\u001b", 1, [0, 2])));

        Assert.Contains(
            $"node 1 n\\u000A{new string('x', 58)}...: all-reduce of 8 B in group \"g\\u001B\", which npu/2", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_NpusOutsideAGroupComeToAnotherQueue_SaysThatTheyRunBackwards()
    {
        var experiment = WithTurns(queues: 2);

        var text = await StuckAsync(experiment);

        Assert.Contains(
            """
              npu/1 and npu/2 run the all-reduce of 1,000 B in all NPUs in opposite directions.
              There are 2 queues a dimension (num-queues-per-dim), and each NPU gives its collectives to them in turn: NPUs that sit out a group's collective come to another queue, which may run backwards. Use one queue.
            """,
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_NpusOutsideAGroupWithOneQueue_Ends()
    {
        var result = await EngineMatrix.RunAsync(WithTurns(queues: 1), TestContext.Current.CancellationToken);

        Assert.Equal(2, result.Collectives.Count);
    }

    // NPUs 0 and 1 take a turn more than the others, for the collective of their group.
    private static Experiment WithTurns(int queues) => TestExperiment.On("Ring", 4)
        .With(system => system with { QueuesPerDimension = queues })
        .Executing(npu =>
        {
            var graph = new TestGraph();
            if (npu < 2)
            {
                graph.Collective(CollectiveKind.AllReduce, bytes: 1000, group: "1");
            }

            graph.Collective(CollectiveKind.AllReduce, bytes: 1000);
            return graph.Build();
        })
        .WithGroups(new ProcessGroup("1", 1, [0, 1]));

    private static async Task<string> StuckAsync(Experiment experiment)
    {
        var error = await Assert.ThrowsAsync<SimulationFailedException>(
            () => EngineMatrix.RunAsync(experiment, TestContext.Current.CancellationToken));
        return error.Message;
    }
}
