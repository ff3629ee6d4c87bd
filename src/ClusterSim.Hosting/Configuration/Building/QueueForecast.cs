using ClusterSim.Collectives.Options;
using ClusterSim.Collectives.Scheduling;
using ClusterSim.Core.Collectives;
using ClusterSim.Hosting.Estimates;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>
/// Foretells whether NPUs will run the same collective in opposite directions. Each NPU deals its collectives out to the queues
/// of a dimension in turn, and the upper half of the queues runs backwards: an NPU that sits out a collective of a group
/// comes to another queue than those that take part. Taken to run in the order of ids, which is that of most traces.
/// </summary>
internal sealed class QueueForecast(SystemOptions system, SystemShape shape, WorkloadSet workload)
{
    private readonly Dictionary<(string Group, int Ordinal), Turn> turns = [];
    private readonly AlgorithmChooser chooser = new(system, shape.DimensionSizes.Count);

    /// <summary>The first collective that NPUs will run in opposite directions, in a sentence; null: none.</summary>
    public string? FirstDifference()
    {
        if (system.QueuesPerDimension == 1 || system.ReplayOnly)
        {
            return null;
        }

        var seen = new HashSet<ExecutionGraph>(ReferenceEqualityComparer.Instance);
        for (var npu = 0; npu < workload.Graphs.Count; npu++)
        {
            if (seen.Add(workload.Graphs[npu]) && Walk(npu, workload.Graphs[npu]) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private string? Walk(int npu, ExecutionGraph graph)
    {
        var groups = graph.GroupNames.Select(name => workload.Groups[name]).ToArray();
        var ordinals = new Dictionary<string, int>(StringComparer.Ordinal);
        var dealt = 0.0;
        for (var i = 0; i < graph.Count; i++)
        {
            ref readonly var node = ref graph[i];
            var group = node.Group < 0 || groups[node.Group].Ranks.Count == shape.NpuCount ? null : groups[node.Group];
            if (!IsDealt(in node, group))
            {
                continue;
            }

            var name = group?.Name ?? "";
            var ordinal = ordinals.GetValueOrDefault(name);
            ordinals[name] = ordinal + 1;
            var turn = new Turn(npu, node.Id, IsBackward: dealt % system.QueuesPerDimension >= Math.Max(1, system.QueuesPerDimension / 2));
            if (!turns.TryAdd((name, ordinal), turn) && turns[(name, ordinal)] is var first && first.IsBackward != turn.IsBackward)
            {
                return Describe(first, turn);
            }

            dealt += StreamCount.Of(node.Collective, node.Size, system, shape.NpuCount);
        }

        return null;
    }

    // Whether a collective takes from the turn over all queues of dimension 0, the only one that groups have.
    private bool IsDealt(in TraceNode node, ProcessGroup? group)
    {
        if (node.Kind != NodeKind.Collective || !system.Implementations.ContainsKey(node.Collective))
        {
            return false;
        }

        var implementation = chooser.Of(node.Collective, system.Scaled(node.Size), node.Id, group?.Name, group is not null);
        var goesUpAndDown = node.Collective == CollectiveKind.AllReduce
            && system.CollectiveOptimization == CollectiveOptimization.LocalBandwidthAware;
        if (goesUpAndDown || implementation.Custom is not null || system.PerNodeImplementations.ContainsKey(node.Id))
        {
            return false;
        }

        return group is not null
            ? group.Ranks.Count > 1
            : (implementation.SpansSystem || shape.DimensionSizes[0] > 1) && (node.Group >= 0 || (node.InvolvedDimensions & 1) != 0);
    }

    private string Describe(Turn first, Turn second) =>
        $"With {system.QueuesPerDimension} queues, NPU {first.Npu} (node {first.NodeId}) and NPU {second.Npu} (node {second.NodeId}) may run the "
        + "same collective in opposite directions, and wait for each other for ever: each NPU gives its collectives to the queues in turn, "
        + "and not all take part in the same collectives of groups. Use one queue if the run gets stuck.";

    private readonly record struct Turn(int Npu, ulong NodeId, bool IsBackward);
}
