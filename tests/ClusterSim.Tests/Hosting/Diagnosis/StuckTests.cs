using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Testing;
using ClusterSim.Testing.Simulations;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;
using Xunit;

namespace ClusterSim.Tests.Hosting.Diagnosis;

/// <summary>What is told of a run that is stuck. Each is the same on every engine.</summary>
public sealed class StuckTests
{
    private static readonly GoldenFile Golden = new("tests", "ClusterSim.Tests", "Hosting", "Diagnosis", "Golden");

    [Fact]
    public Task RunAsync_TwoThatReceiveBeforeTheySend_ShowsTheCycle() => CheckAsync(
        "deadlock.txt",
        TestExperiment.On("Ring", 3).Executing(npu =>
        {
            var graph = new TestGraph();
            if (npu < 2)
            {
                var peer = 1 - npu;
                graph.Send(peer, bytes: 100, tag: 5);
                graph.Receive(peer, bytes: 100, tag: 5);
                graph.Send(peer, bytes: 4096, tag: 17, graph.Receive(peer, bytes: 4096, tag: 17));
            }

            return graph.Build();
        }));

    [Fact]
    public Task RunAsync_ACollectiveThatOneNeverCalls_NamesIt() => CheckAsync(
        "missing-member.txt",
        TestExperiment.On("Ring", 4).Executing(npu =>
        {
            var graph = new TestGraph();
            var first = graph.Collective(CollectiveKind.AllReduce, bytes: 1000);
            if (npu != 2)
            {
                graph.Collective(CollectiveKind.AllGather, bytes: 2000, after: first);
            }

            return graph.Build();
        }));

    [Fact]
    public Task RunAsync_ASendWithoutReceiveUnderRendezvous_SaysWhoDoesNotReceive() => CheckAsync(
        "rendezvous.txt",
        TestExperiment.On("Ring", 3).With(system => system with { Rendezvous = true }).Executing(npu =>
        {
            var graph = new TestGraph();
            if (npu == 0)
            {
                graph.Send(to: 1, bytes: 100, tag: 3);
                graph.Send(to: 2, bytes: 100, tag: 4);
                graph.Send(to: 2, bytes: 100, tag: 5);
            }
            else if (npu == 1)
            {
                graph.Receive(from: 0, bytes: 100, tag: 3, after: graph.Receive(from: 2, bytes: 8));
            }
            else
            {
                graph.Receive(from: 0, bytes: 100, tag: 4);
            }

            return graph.Build();
        }));

    [Fact]
    public Task RunAsync_SendOfAnotherSize_NamesBothSides() => CheckAsync(
        "other-size.txt",
        TestExperiment.On("Ring", 2).Executing(npu =>
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
        }));

    [Fact]
    public Task RunAsync_RanksCallDifferentCollectives_SaysWhich() => CheckAsync(
        "disagreement.txt",
        TestExperiment.On("Switch", 2).Executing(npu =>
        {
            var graph = new TestGraph();
            graph.Collective(npu == 0 ? CollectiveKind.AllReduce : CollectiveKind.AllGather, bytes: 1000);
            return graph.Build();
        }));

    // All four wait for one another, and two of them wait for both others of their group.
    [Fact]
    public Task RunAsync_MembersOfAGroupStayAway_NamesThem() => CheckAsync(
        "group.txt",
        TestExperiment.On("Switch", 4).Executing(npu =>
        {
            var graph = new TestGraph();
            if (npu == 0)
            {
                graph.Collective(CollectiveKind.AllReduce, bytes: 1000, group: "1");
                graph.Collective(CollectiveKind.AllReduce, bytes: 2000);
            }

            return graph.Build();
        }).WithGroups(new ProcessGroup("1", 1, [0, 2, 3])));

    [Fact]
    public Task RunAsync_NpusOutsideAGroupComeToAnotherQueue_SaysThatTheyRunBackwards() => CheckAsync("opposite.txt", WithTurns(queues: 2));

    [Fact]
    public Task RunAsync_ManyThatWait_TellsOfSome() => CheckAsync(
        "many.txt",
        TestExperiment.On("Ring", 64).Executing(npu =>
        {
            var graph = new TestGraph();
            if (npu != 9)
            {
                graph.Collective(CollectiveKind.AllReduce, bytes: 64_000);
            }

            return graph.Build();
        }));

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

        var text = (await Diagnosed.OnAllAsync(experiment.WithGroups(new ProcessGroup("g\u001b", 1, [0, 2])))).Text;

        Assert.Contains(
            $"npu/0 → npu/2: node 1 n\\u000A{new string('x', 58)}..., all-reduce of 8 B in group \"g\\u001B\": npu/2", text, StringComparison.Ordinal);
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

    private static async Task CheckAsync(string golden, Experiment experiment)
    {
        var diagnosis = await Diagnosed.OnAllAsync(experiment);

        Golden.Check(golden, $"{diagnosis.Text}\n{diagnosis.MessagesText}\n");
    }
}
