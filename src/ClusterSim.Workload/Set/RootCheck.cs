using ClusterSim.Workload.Collectives;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Set;

/// <summary>Checks that the roots of collectives are among their ranks. Names the first mistake of a trace: it mostly has many.</summary>
/// <param name="groups">All groups that are known.</param>
/// <param name="npuCount">How many NPUs there are.</param>
internal sealed class RootCheck(IReadOnlyDictionary<string, ProcessGroup> groups, int npuCount)
{
    /// <summary>Checks a graph; a mistake joins those of its trace.</summary>
    public void Check(SharedTrace trace, ExecutionGraph graph)
    {
        var rankCounts = graph.GroupNames.Select(RankCountOf).ToArray();
        for (var i = 0; i < graph.Count; i++)
        {
            ref readonly var node = ref graph[i];
            if (node.Kind != NodeKind.Collective || !KindTraits.HasRoot(node.Collective))
            {
                continue;
            }

            var ranks = node.Group < 0 ? npuCount : rankCounts[node.Group];
            if (node.Peer >= ranks)
            {
                trace.Content.Problems.Add(
                    node.Id, graph.Names[i], $"comm_root is {node.Peer}; its {ranks} ranks are 0 to {ranks - 1}.", "Give the root's place among them.");
                return;
            }
        }
    }

    // Of a group that is not known, or has mistakes, the number of ranks is not known either.
    private int RankCountOf(string group) => groups.TryGetValue(group, out var found) && found.IsWhole ? found.Ranks.Count : int.MaxValue;
}
