using ClusterSim.Collectives.Options;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Hosting.Estimates;

/// <summary>Counts what a simulation has to do without running it: what each node of each graph leads to.</summary>
internal sealed class TrafficCount(Experiment experiment)
{
    private readonly SystemOptions system = experiment.System;
    private readonly CollectiveTraffic collectives = new(experiment);
    private readonly AlgorithmChooser chooser = new(experiment.System, experiment.Network.Shape.Count);

    public Traffic Total()
    {
        var sharers = experiment.Workload.Graphs.Index().GroupBy(pair => pair.Item).ToArray();
        var sum = default(Traffic);
        foreach (var graph in sharers)
        {
            sum += OfGraph(graph.Key, graph.First().Index) * graph.Count();
        }

        // Each message is asked for by another.
        return system.Rendezvous ? sum with { Messages = 2 * sum.Messages, Hops = 2 * sum.Hops } : sum;
    }

    private Traffic OfGraph(ExecutionGraph graph, int npu)
    {
        var sum = new Traffic { Nodes = graph.Count };
        var mostStreams = 0.0;
        var mostAtOnce = 0.0;
        for (var i = 0; i < graph.Count && !system.ReplayOnly; i++)
        {
            ref readonly var node = ref graph[i];
            if (node.Kind == NodeKind.Send)
            {
                sum += new Traffic { Messages = 1, Hops = collectives.Hops(npu, node.Peer) };
            }
            else if (node.Kind == NodeKind.Collective && system.Implementations.ContainsKey(node.Collective))
            {
                var call = OfCollective(in node, graph);
                mostStreams = Math.Max(mostStreams, call.Streams);
                mostAtOnce = Math.Max(mostAtOnce, call.MessagesAtOnce);
                sum += call;
            }
        }

        return sum with { Streams = mostStreams, MessagesAtOnce = mostAtOnce };
    }

    private Traffic OfCollective(in TraceNode node, ExecutionGraph graph)
    {
        var group = node.Group < 0 ? null : experiment.Workload.Groups[graph.GroupNames[node.Group]];
        var isSubgroup = group is not null && group.Ranks.Count < experiment.Network.NpuCount;
        var implementation = chooser.Of(node.Collective, system.Scaled(node.Size), node.Id, group?.Name, isSubgroup);
        var custom = system.PerNodeImplementations.GetValueOrDefault(node.Id) ?? implementation.Custom;
        var traffic = collectives.OfStream(node.Collective, group, node.InvolvedDimensions, implementation, custom, node.Peer);
        var streams = custom is null ? StreamCount.Of(node.Collective, node.Size, system, experiment.Network.NpuCount) : 1;
        return new Traffic
        {
            Calls = 1,
            Collectives = 1.0 / (group?.Ranks.Count ?? experiment.Network.NpuCount),
            Streams = streams,
            Messages = streams * traffic.Messages,
            Hops = streams * traffic.Hops,
            MessagesAtOnce = Math.Min(streams, system.ActiveChunksPerDimension) * traffic.Unasked,
        };
    }
}
