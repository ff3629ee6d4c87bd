using System.Globalization;
using ClusterSim.Workload.Collectives;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Set;

/// <summary>
/// Checks that all NPUs of a group run the same collectives: as many of each kind, size and root and, where an NPU can start them
/// in one order only, in the same order. Which collectives run together follows from the order alone. Any further order
/// only shows while running.
/// </summary>
internal static class CollectiveAgreement
{
    private const string Remedy = "All NPUs of a group must run the same collectives, or they wait for each other for ever.";
    private const string OrderRemedy = "All NPUs of a group must start its collectives in the same order, or they wait for each other for ever.";

    public static void Check(WorkloadSet workload, bool withBroadcasts, TraceProblems problems)
    {
        // NPUs that execute the same graph agree.
        var representatives = new Representatives(workload.Graphs);
        var all = representatives.OfAll;
        if (all.Count < 2)
        {
            return;
        }

        var calls = all.ToDictionary(
            npu => workload.Graphs[npu],
            npu => new GraphCalls(workload.Graphs[npu], withBroadcasts),
            (IEqualityComparer<ExecutionGraph>)ReferenceEqualityComparer.Instance);
        Compare("", all);
        foreach (var group in workload.Groups.Values.OrderBy(group => group.Id))
        {
            Compare(group.Name, representatives.Of(group.Ranks));
        }

        void Compare(string group, IReadOnlyList<int> npus) =>
            CollectiveAgreement.Compare([.. npus.Select(npu => new NpuCalls(npu, calls[workload.Graphs[npu]], group))], group, problems);
    }

    private static void Compare(IReadOnlyList<NpuCalls> npus, string group, TraceProblems problems)
    {
        var scope = group.Length == 0 ? "" : $" in group {Printable.Name(group)}";
        var first = npus[0];
        var ordered = npus.FirstOrDefault(npu => npu.Sequence is not null);
        foreach (var npu in npus.Skip(1))
        {
            string?[] differences = [Difference(first, npu), Difference(npu, first)];
            if (differences.OfType<string>().ToArray() is { Length: > 0 } found)
            {
                problems.Add($"NPUs {first.Npu} and {npu.Npu} disagree on their collectives{scope}: {string.Join("; ", found)}.", Remedy);
            }
            else if (ordered is not null && OrderDifference(ordered, npu) is { } difference)
            {
                problems.Add($"NPUs {ordered.Npu} and {npu.Npu} disagree on the order of their collectives{scope}: {difference}.", OrderRemedy);
            }
        }
    }

    private static string? Difference(NpuCalls left, NpuCalls right) =>
        left.FirstWithoutMatch(right) is { } index
            ? $"NPU {left.Npu} has {Describe(left.Graph, index)}, for which NPU {right.Npu} has none"
            : null;

    private static string? OrderDifference(NpuCalls left, NpuCalls right)
    {
        if (right.Sequence is null || left.FirstDifferentTurn(right) is not { } turn)
        {
            return null;
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"as number {turn + 1}, NPU {left.Npu} starts {Describe(left.Graph, left.Sequence![turn])}, "
            + $"NPU {right.Npu} {Describe(right.Graph, right.Sequence[turn])}");
    }

    private static string Describe(ExecutionGraph graph, int index)
    {
        ref readonly var node = ref graph[index];
        var root = KindTraits.HasRoot(node.Collective) ? $" with root {node.Peer}" : "";
        return $"{CollectiveNames.InTraces(node.Collective)} of {node.Size}{root} at node {TraceProblems.Describe(node.Id, graph.Names[index])}";
    }
}
