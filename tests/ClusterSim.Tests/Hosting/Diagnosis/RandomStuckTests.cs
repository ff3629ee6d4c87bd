using System.Globalization;
using System.Text.RegularExpressions;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Messages;
using ClusterSim.Hosting.Diagnosis;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Tests.Hosting.Simulation;
using ClusterSim.Workload.Collectives;
using ClusterSim.Workload.Graph;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Hosting.Diagnosis;

/// <summary>Experiments that lack a node of one NPU: what is told of those that are stuck is true, and the same on every engine.</summary>
public sealed class RandomStuckTests
{
    private static readonly Gen<Experiment> Broken =
        from experiment in RandomExperiment.Any
        from npu in Gen.Int[0, experiment.Network.NpuCount - 1]
        let nodes = Communicating(experiment.Workload.Graphs[npu])
        where nodes.Length > 0
        from place in Gen.Int[0, nodes.Length - 1]
        select experiment with { Workload = LackingNode.Of(experiment.Workload, npu, nodes[place]) };

    [Fact]
    public Task RunAsync_ANodeIsMissing_TellsTheTruthOnEveryEngine() => Broken.SampleAsync(
        async experiment =>
        {
            if (await Diagnosed.TryOnAllAsync(experiment) is { Graph: { } graph })
            {
                CheckTruth(graph, await ObservedRun.OfAsync(experiment), experiment);
            }
        },
        iter: 150,
        threads: 2,
        print: experiment => $"{string.Join("x", experiment.Network.Dimensions)} {experiment.System} {experiment.RemoteMemory}");

    // Under the rendezvous protocol a rank that only sends has done its part before it is asked for its chunk, which then has not left. A tree
    // sends several chunks of a stream to the same rank, of which some may have.
    private static bool IsStillToLeave(Wait wait, int sender, CollectiveKind kind, ObservedRun run, Experiment experiment) =>
        experiment.System.Rendezvous && KindTraits.HasRoot(kind)
        && (experiment.System.Implementations[kind].PerDimension.Any(algorithm => algorithm.Name.StartsWith("tree", StringComparison.Ordinal))
            || run.Sent(sender, wait.Npu, MessageClass.Collective, StreamOf(wait)) == 0);

    private static long StreamOf(Wait wait) => long.Parse(
        Regex.Match(wait.Why, "stream (?<id>[0-9]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["id"].Value, CultureInfo.InvariantCulture);

    private static int[] Communicating(ExecutionGraph graph) =>
        [.. Enumerable.Range(0, graph.Count).Where(node => graph[node].Kind is NodeKind.Collective or NodeKind.Send or NodeKind.Receive)];

    private static void CheckTruth(WaitGraph graph, ObservedRun run, Experiment experiment)
    {
        Assert.Equal(Enumerable.Range(0, experiment.Network.NpuCount).Where(npu => !run.HasFinished(npu)), graph.Stuck);
        Assert.Equal(0, graph.LeftOut);
        Assert.Equal(graph.Stuck, graph.Waits.Select(wait => wait.Npu).Distinct().Order());
        foreach (var wait in graph.Waits)
        {
            Assert.NotEqual(wait.Npu, wait.For);
            CheckTruth(wait, graph, run, experiment);
        }

        var edges = graph.Waits.Select(wait => (wait.Npu, wait.For)).ToHashSet();
        foreach (var cycle in graph.Cycles)
        {
            Assert.All(cycle.Select((npu, place) => (npu, (int?)cycle[(place + 1) % cycle.Count])), edge => Assert.Contains(edge, edges));
        }
    }

    private static void CheckTruth(Wait wait, WaitGraph graph, ObservedRun run, Experiment experiment)
    {
        if (wait.Node is not { } id)
        {
            // Of the trace of a custom collective, which no node of an NPU's own stands for.
            Assert.Equal(WaitKind.Chunk, wait.Kind);
            return;
        }

        var index = run.IndexOf(wait.Npu, id);
        var node = run.GraphOf(wait.Npu)[index];
        Assert.False(run.HasEnded(wait.Npu, index), $"The node has ended: {wait}");
        Assert.True(run.CouldStart(wait.Npu, index), $"The node has not started: {wait}");
        if (wait.For is { } other && wait.Why.StartsWith($"npu/{other} has finished", StringComparison.Ordinal))
        {
            Assert.True(run.HasFinished(other), $"It has not finished: {wait}");
        }

        var isTrue = wait.Kind switch
        {
            WaitKind.Receive => run.Sent(node.Peer, wait.Npu, MessageClass.PointToPoint, node.Tag, node.Size.Bytes)
                <= run.Ended(wait.Npu, NodeKind.Receive, node.Peer, node.Tag, node.Size.Bytes) && node.Peer == wait.For,
            // What is asked for has left, be it a node's or a stream's: both are asked for by their tags.
            WaitKind.Send => run.Sent(node.Peer, wait.Npu, MessageClass.Control, node.Tag)
                <= run.Sent(wait.Npu, node.Peer, MessageClass.PointToPoint, node.Tag) + run.Sent(wait.Npu, node.Peer, MessageClass.Collective, node.Tag)
                && node.Peer == wait.For && experiment.System.Rendezvous,
            WaitKind.Call => run.CollectiveOf(wait.Npu, id) is not { } collective || !run.HasSentFor(wait.For!.Value, collective),
            // Who has not sent its chunk cannot have ended the collective either. What a custom one sends, a receive of the trace may have taken.
            WaitKind.Chunk => node.Kind == NodeKind.Collective && wait.For is { } sender
                && (wait.Why.Contains("its trace receives", StringComparison.Ordinal)
                    || run.CollectiveOf(wait.Npu, id) is not { } waiting || !run.HasEndedSame(sender, waiting, wait.Npu, index)
                    || IsStillToLeave(wait, sender, node.Collective, run, experiment)),
            WaitKind.Turn => node.Kind == NodeKind.Collective && wait.For is null
                && (run.OthersAreOpen(wait.Npu, index) || (experiment.System.Rendezvous && wait.Why.EndsWith("its trace sends", StringComparison.Ordinal))),
            WaitKind.Slot => node.Kind != NodeKind.Receive,
            _ => false,
        };
        Assert.True(isTrue, $"That is not so: {wait}, of\n{string.Join('\n', graph.Waits)}");
    }
}
