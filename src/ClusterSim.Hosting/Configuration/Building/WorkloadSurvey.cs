using ClusterSim.Collectives.Options;
using ClusterSim.Collectives.Scheduling;
using ClusterSim.Core.Collectives;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Workload;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>What the nodes of a workload ask of the system, each with an example for messages.</summary>
internal sealed class WorkloadSurvey
{
    private readonly Dictionary<CollectiveUse, string> collectives = [];
    private readonly WorkloadSet workload;
    private readonly SystemOptions system;
    private readonly AlgorithmChooser chooser;
    private readonly int npuCount;
    private ulong matchedRules;
    private readonly IReadOnlyDictionary<ulong, InputPath> customNodes;

    /// <param name="workload">All its graphs are walked, those that NPUs share once.</param>
    /// <param name="system">What runs them, without custom collectives.</param>
    /// <param name="shape">How many NPUs each dimension of the network has.</param>
    /// <param name="customNodes">By the ids of collective nodes, the prefix of the algorithm that each has of its own.</param>
    public WorkloadSurvey(WorkloadSet workload, SystemOptions system, SystemShape shape, IReadOnlyDictionary<ulong, InputPath> customNodes)
    {
        this.workload = workload;
        this.system = system;
        this.customNodes = customNodes;
        chooser = new AlgorithmChooser(system, shape.DimensionSizes.Count);
        npuCount = shape.NpuCount;
        var seen = new HashSet<ExecutionGraph>(ReferenceEqualityComparer.Instance);
        for (var npu = 0; npu < workload.Graphs.Count; npu++)
        {
            if (seen.Add(workload.Graphs[npu]))
            {
                Walk(npu, workload.Graphs[npu]);
            }
        }
    }

    /// <summary>The ways in which collectives are used, each with a node that uses it so.</summary>
    public IReadOnlyDictionary<CollectiveUse, string> Collectives => collectives;

    /// <summary>The rules, by number, whose conditions no collective meets; those on dimensions apart.</summary>
    public IEnumerable<int> IdleRules => Enumerable.Range(0, system.Rules.Count).Where(rule => (matchedRules >> rule & 1) == 0);

    private void Walk(int npu, ExecutionGraph graph)
    {
        var groups = graph.GroupNames.Select(name => workload.Groups.GetValueOrDefault(name)).ToArray();
        for (var i = 0; i < graph.Count; i++)
        {
            ref readonly var node = ref graph[i];
            if (IsSimulated(in node) && IsKnown(in node, groups))
            {
                var kind = node.Collective;
                var group = node.Group < 0 ? null : groups[node.Group];
                var size = system.Scaled(node.Size);
                matchedRules |= chooser.Matching(kind, size, node.Id, group?.Name);
                var use = new CollectiveUse(
                    SystemSettings.Implementations.First(settings => settings.Kind == kind),
                    group,
                    node.Group < 0 ? node.InvolvedDimensions : uint.MaxValue,
                    chooser.Of(kind, size, node.Id, group?.Name, group is not null && group.Ranks.Count < npuCount),
                    customNodes.GetValueOrDefault(node.Id));
                if (!collectives.ContainsKey(use))
                {
                    collectives.Add(use, Describe(npu, graph, i));
                }
            }
        }
    }

    private bool IsSimulated(in TraceNode node) =>
        node.Kind is NodeKind.Collective && (system.SimulatesBroadcasts || node.Collective is not CollectiveKind.Broadcast);

    // Of a group with mistakes, how many ranks it has is not known.
    private static bool IsKnown(in TraceNode node, ProcessGroup?[] groups) => node.Group < 0 || groups[node.Group] is { IsWhole: true };

    private static string Describe(int npu, ExecutionGraph graph, int index)
    {
        var name = Printable.Name(graph.Names[index]);
        return name.Length == 0 ? $"node {graph[index].Id} of NPU {npu}" : $"node {graph[index].Id} ({name}) of NPU {npu}";
    }
}
