using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Set;

/// <summary>
/// Checks that every receive has a send of the same tag, source, destination and size. A send needs no receive: it ends when
/// its message arrives.
/// </summary>
internal static class MessageMatching
{
    public static void Check(WorkloadSet workload, TraceProblems problems)
    {
        var balances = Balances(workload);
        var unmatched = balances.Where(pair => pair.Value != 0).Select(pair => pair.Key).ToHashSet();
        if (unmatched.Count > 0)
        {
            Report(Unmatched(workload, unmatched), problems);
        }
    }

    // Sends less receives. Most keys balance, so the details are only gathered, in a second pass, for those that do not.
    private static Dictionary<MessageKey, int> Balances(WorkloadSet workload)
    {
        var balances = new Dictionary<MessageKey, int>();
        foreach (var (npu, graph, index) in Messages(workload))
        {
            var key = MessageKey.Of(npu, graph[index]);
            balances[key] = balances.GetValueOrDefault(key) + (graph[index].Kind == NodeKind.Send ? 1 : -1);
        }

        return balances;
    }

    private static List<UnmatchedMessage> Unmatched(WorkloadSet workload, HashSet<MessageKey> keys)
    {
        var all = new List<UnmatchedMessage>();
        var byKey = new Dictionary<MessageKey, UnmatchedMessage>();
        foreach (var (npu, graph, index) in Messages(workload))
        {
            var key = MessageKey.Of(npu, graph[index]);
            if (!keys.Contains(key))
            {
                continue;
            }

            if (!byKey.TryGetValue(key, out var message))
            {
                byKey.Add(key, message = new UnmatchedMessage(key));
                all.Add(message);
            }

            message.Add(graph[index], graph.Names[index]);
        }

        return all;
    }

    private static IEnumerable<(int Npu, ExecutionGraph Graph, int Index)> Messages(WorkloadSet workload)
    {
        var places = new Dictionary<ExecutionGraph, int[]>(ReferenceEqualityComparer.Instance);
        for (var npu = 0; npu < workload.Graphs.Count; npu++)
        {
            var graph = workload.Graphs[npu];
            if (!places.TryGetValue(graph, out var indexes))
            {
                indexes = [.. Enumerable.Range(0, graph.Count).Where(index => graph[index].Kind is NodeKind.Send or NodeKind.Receive)];
                places.Add(graph, indexes);
            }

            foreach (var index in indexes)
            {
                yield return (npu, graph, index);
            }
        }
    }

    private static void Report(List<UnmatchedMessage> unmatched, TraceProblems problems)
    {
        var surplus = unmatched.FindAll(message => message.Sends > message.Receives);
        var taken = new HashSet<UnmatchedMessage>();
        foreach (var message in unmatched.Where(message => message.Receives > message.Sends))
        {
            // Looking for the other half takes a walk over all; what is only counted is not worth it.
            var near = problems.IsFull ? null : surplus.Find(other => !taken.Contains(other) && message.IsNear(other));
            if (near is null)
            {
                problems.Add(message.Describe(), "Every receive needs a send of the same tag, source, destination and size.");
            }
            else
            {
                taken.Add(near);
                problems.Add(message.Describe(near), "Size and tag of a send and its receive must agree.");
            }
        }
    }
}
