using System.Globalization;
using ClusterSim.Core.Input;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Set;

/// <summary>Checks that the groups which collectives name exist and hold the NPUs that run them.</summary>
internal static class GroupChecks
{
    /// <param name="graph">A graph.</param>
    /// <param name="npus">The NPUs that replay it.</param>
    /// <param name="source">Its trace in messages.</param>
    /// <param name="groups">All groups.</param>
    /// <param name="problems">Where mistakes go.</param>
    public static void Check(
        ExecutionGraph graph,
        IReadOnlyList<int> npus,
        string source,
        IReadOnlyDictionary<string, ProcessGroup> groups,
        TraceProblems problems)
    {
        var firstNodes = FirstNodes(graph);
        for (var i = 0; i < graph.GroupNames.Count; i++)
        {
            var name = graph.GroupNames[i];
            var where = $"{source} node {TraceProblems.Describe(graph[firstNodes[i]].Id, graph.Names[firstNodes[i]])}";
            if (!groups.TryGetValue(name, out var group))
            {
                problems.Add(NotDefined(where, name, groups));
                continue;
            }

            var members = group.Ranks.ToHashSet();
            var strangers = npus.Where(npu => !members.Contains(npu)).ToArray();
            if (strangers.Length > 0)
            {
                problems.Add(new Problem(
                    where,
                    $"NPU {NpuList.Text(strangers)} runs a collective of group {name}, which has the NPUs {NpuList.Text(group.Ranks)}.",
                    "Add the NPU to the group, or let the node name another group."));
            }
        }
    }

    private static Problem NotDefined(string where, string name, IReadOnlyDictionary<string, ProcessGroup> groups)
    {
        var what = $"Its group (pg_name) is {name}, which is not defined.";
        return groups.Count == 0
            ? new Problem(where, what, "No group is: define it in a file of process groups, or in a METADATA node.")
            : new Problem(where, what, Defined(name, [.. groups.Keys]));
    }

    private static string Defined(string name, string[] names)
    {
        const int Named = 10;
        if (names.Length <= Named)
        {
            return Suggestion.Allowed(name, names);
        }

        var listed = string.Join(", ", names.Take(Named));
        var list = string.Create(CultureInfo.InvariantCulture, $"Allowed: {listed} and {names.Length - Named:N0} more.");
        return Suggestion.Nearest(name, names) is { } nearest ? $"{list} Did you mean {nearest}?" : list;
    }

    // For each group that the graph names, the first node that does.
    private static int[] FirstNodes(ExecutionGraph graph)
    {
        var first = new int[graph.GroupNames.Count];
        Array.Fill(first, -1);
        for (int i = 0, missing = first.Length; i < graph.Count && missing > 0; i++)
        {
            var group = graph[i].Group;
            if (group >= 0 && first[group] < 0)
            {
                first[group] = i;
                missing--;
            }
        }

        return first;
    }
}
