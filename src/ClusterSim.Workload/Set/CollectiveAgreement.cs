using ClusterSim.Workload.Collectives;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Set;

/// <summary>
/// Checks that all NPUs of a group run the same collectives. In which order they issue them only shows while running, so
/// what is compared is how many there are of each kind and size. Collectives of some dimensions only are left out: who
/// takes part in them follows from the network.
/// </summary>
internal static class CollectiveAgreement
{
    private const string Remedy = "All NPUs of a group must run the same collectives, or they wait for each other for ever.";

    public static void Check(WorkloadSet workload, TraceProblems problems)
    {
        var calls = new Dictionary<ExecutionGraph, ILookup<int, int>>(ReferenceEqualityComparer.Instance);
        foreach (var graph in workload.Graphs)
        {
            calls.TryAdd(graph, CallsByGroup(graph));
        }

        if (workload.Graphs.Count == 0)
        {
            return;
        }

        Compare(workload, calls, "", [.. Enumerable.Range(0, workload.Graphs.Count)], problems);
        foreach (var group in workload.Groups.Values.OrderBy(group => group.Id))
        {
            Compare(workload, calls, group.Name, group.Ranks, problems);
        }
    }

    private static ILookup<int, int> CallsByGroup(ExecutionGraph graph) =>
        Enumerable.Range(0, graph.Count)
            .Where(index => IsComparable(graph[index]))
            .ToLookup(index => graph[index].Group);

    private static bool IsComparable(in TraceNode node) =>
        node.Kind == NodeKind.Collective
        && CollectiveNames.Simulated.Contains(node.Collective)
        && node.InvolvedDimensions == uint.MaxValue;

    private static void Compare(
        WorkloadSet workload,
        Dictionary<ExecutionGraph, ILookup<int, int>> calls,
        string group,
        IReadOnlyList<int> npus,
        TraceProblems problems)
    {
        var first = CallsOf(npus[0]);
        var compared = new HashSet<ExecutionGraph>(ReferenceEqualityComparer.Instance) { first.Graph };
        foreach (var npu in npus)
        {
            if (compared.Add(workload.Graphs[npu]))
            {
                Compare(first, CallsOf(npu), group, problems);
            }
        }

        NpuCalls CallsOf(int npu)
        {
            var graph = workload.Graphs[npu];
            var number = group.Length == 0 ? -1 : IndexOf(graph.GroupNames, group);
            return new NpuCalls(npu, graph, number is { } known ? [.. calls[graph][known]] : []);
        }
    }

    private static int? IndexOf(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
            {
                return i;
            }
        }

        return null;
    }

    private static void Compare(NpuCalls left, NpuCalls right, string group, TraceProblems problems)
    {
        string?[] differences = [Difference(left, right), Difference(right, left)];
        if (differences.OfType<string>().ToArray() is { Length: > 0 } found)
        {
            var scope = group.Length == 0 ? "" : $" in group {group}";
            problems.Add($"NPUs {left.Npu} and {right.Npu} disagree on their collectives{scope}: {string.Join("; ", found)}.", Remedy);
        }
    }

    private static string? Difference(NpuCalls left, NpuCalls right) =>
        left.FirstWithoutMatch(right) is { } index
            ? $"NPU {left.Npu} has {Describe(left.Graph, index)}, for which NPU {right.Npu} has none"
            : null;

    private static string Describe(ExecutionGraph graph, int index)
    {
        ref readonly var node = ref graph[index];
        return $"{CollectiveNames.InTraces(node.Collective)} of {node.Size} at node {TraceProblems.Describe(node.Id, graph.Names[index])}";
    }
}
