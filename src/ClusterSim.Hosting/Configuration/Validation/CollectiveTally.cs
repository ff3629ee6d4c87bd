using System.Runtime.InteropServices;
using ClusterSim.Core.Collectives;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Hosting.Configuration.Validation;

/// <summary>How often a graph runs each collective, group by group.</summary>
internal sealed class CollectiveTally
{
    // Under the name of no group: the collectives of all NPUs.
    private const string Everyone = "";

    private readonly Dictionary<string, Dictionary<CollectiveSignature, int>> groups = new(StringComparer.Ordinal);

    public CollectiveTally(ExecutionGraph graph)
    {
        for (var i = 0; i < graph.Count; i++)
        {
            ref readonly var node = ref graph[i];
            if (node.Kind == NodeKind.Collective && node.Collective != CollectiveKind.Broadcast)
            {
                var dimensions = node.Group < 0 ? node.InvolvedDimensions : uint.MaxValue;
                Add(node.Group < 0 ? Everyone : graph.GroupNames[node.Group], new(node.Collective, node.Size, dimensions));
            }
        }
    }

    /// <summary>How often each collective of a group is run; null: those of all NPUs.</summary>
    public IReadOnlyDictionary<CollectiveSignature, int> Of(string? group) =>
        groups.TryGetValue(group ?? Everyone, out var counts) ? counts : new Dictionary<CollectiveSignature, int>();

    private void Add(string group, CollectiveSignature collective)
    {
        if (!groups.TryGetValue(group, out var counts))
        {
            groups.Add(group, counts = []);
        }

        CollectionsMarshal.GetValueRefOrAddDefault(counts, collective, out _)++;
    }
}
