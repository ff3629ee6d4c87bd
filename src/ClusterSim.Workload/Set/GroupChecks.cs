using System.Globalization;
using ClusterSim.Core.Input;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Set;

/// <summary>Checks that the groups which collectives name exist and hold the NPUs that run them.</summary>
internal sealed class GroupChecks
{
    private readonly IReadOnlyDictionary<string, ProcessGroup> groups;
    private readonly bool areAllKnown;

    // Groups may be as many as collectives, and as large as the system; many share one list of NPUs.
    private readonly Dictionary<IReadOnlyList<int>, HashSet<int>> members = new(ReferenceEqualityComparer.Instance);

    /// <param name="groups">All groups that are known.</param>
    /// <param name="areAllKnown">Whether these are all that are defined. If not, a group that is not among them may be.</param>
    public GroupChecks(IReadOnlyDictionary<string, ProcessGroup> groups, bool areAllKnown)
    {
        this.groups = groups;
        this.areAllKnown = areAllKnown;
    }

    /// <summary>Checks a graph; mistakes join those of its trace.</summary>
    public void Check(SharedTrace trace, ExecutionGraph graph)
    {
        var firstNodes = FirstNodes(graph);
        var strangersTo = new Dictionary<IReadOnlyList<int>, int[]>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < graph.GroupNames.Count; i++)
        {
            var name = graph.GroupNames[i];
            var where = $"{Printable.Of(trace.Source)} node {TraceProblems.Describe(graph[firstNodes[i]].Id, graph.Names[firstNodes[i]])}";
            if (!groups.TryGetValue(name, out var group))
            {
                if (areAllKnown)
                {
                    trace.Content.Problems.Add(NotDefined(where, name));
                }

                continue;
            }

            if (!group.IsWhole)
            {
                continue;
            }

            if (!strangersTo.TryGetValue(group.Ranks, out var strangers))
            {
                strangers = StrangersTo(group, trace);
                strangersTo.Add(group.Ranks, strangers);
            }

            if (strangers.Length > 0)
            {
                trace.Content.Problems.Add(new Problem(
                    where,
                    $"{(strangers.Length == 1 ? "NPU" : "NPUs")} {NpuList.Text(strangers)} {(strangers.Length == 1 ? "runs" : "run")} a collective of group {Printable.Name(name)}, which has the NPUs {NpuList.Text(group.Ranks)}.",
                    "Add the NPU to the group, or let the node name another group."));
            }
        }
    }

    // The NPUs of a trace that are not in a group.
    private int[] StrangersTo(ProcessGroup group, SharedTrace trace)
    {
        if (!members.TryGetValue(group.Ranks, out var inGroup))
        {
            inGroup = [.. group.Ranks];
            members.Add(group.Ranks, inGroup);
        }

        return [.. trace.Npus.Where(npu => !inGroup.Contains(npu))];
    }

    private Problem NotDefined(string where, string name)
    {
        var what = $"Its group (pg_name) is {Printable.Name(name)}, which is not defined.";
        return groups.Count == 0
            ? new Problem(where, what, "No group is: define it in a file of process groups, or in a METADATA node.")
            : new Problem(where, what, Defined(Printable.Name(name), [.. groups.Keys.Select(Printable.Name)]));
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
