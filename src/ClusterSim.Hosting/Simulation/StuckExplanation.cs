using System.Text;
using ClusterSim.Collectives.Results;
using ClusterSim.Core.Messages;
using ClusterSim.Workload;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;

namespace ClusterSim.Hosting.Simulation;

/// <summary>Says who waits for what when no message is left and NPUs have not finished.</summary>
/// <param name="workload">What was simulated.</param>
/// <param name="queuesPerDimension">How many queues each dimension of the network has.</param>
internal sealed class StuckExplanation(WorkloadSet workload, int queuesPerDimension)
{
    // Enough to see the pattern; the same mistake is often on every NPU.
    private const int MostNpus = 8;
    private const int MostLines = 8;

    public string Explain(IReadOnlyList<StuckNpu> stuck)
    {
        var text = new StringBuilder();
        text.Append($"The simulation is stuck: {stuck.Count} of {workload.Graphs.Count} NPUs cannot finish, and no message is left.");
        var calls = new StuckCalls(workload, stuck);
        foreach (var line in calls.Disagreements().Take(MostLines))
        {
            text.AppendLine().Append("  ").Append(line);
        }

        if (queuesPerDimension > 1 && calls.OppositeDirections() is { } opposite)
        {
            text.AppendLine().Append("  ").Append(opposite);
            text.AppendLine()
                .Append($"  There are {queuesPerDimension} queues a dimension (num-queues-per-dim), and each NPU gives its collectives to ")
                .Append("them in turn: NPUs that sit out a group's collective come to another queue, which may run backwards. Use one queue.");
        }

        foreach (var npu in stuck.Take(MostNpus))
        {
            text.AppendLine().Append($"  npu/{npu.Npu} waits:");
            AppendLines(text, LinesOf(npu, calls).ToArray());
        }

        if (stuck.Count > MostNpus)
        {
            text.AppendLine().Append($"  and {stuck.Count - MostNpus} more NPUs.");
        }

        return text.ToString();
    }

    private static void AppendLines(StringBuilder text, string[] lines)
    {
        foreach (var line in lines.Take(MostLines))
        {
            text.AppendLine().Append("    ").Append(line);
        }

        if (lines.Length > MostLines)
        {
            text.AppendLine().Append($"    and {lines.Length - MostLines} more.");
        }
    }

    private static string Describe(MessageClass messageClass) => messageClass switch
    {
        MessageClass.Collective => "of a collective",
        MessageClass.Control => "of a rendezvous",
        _ => "of a send",
    };

    private IEnumerable<string> LinesOf(StuckNpu npu, StuckCalls calls)
    {
        var graph = workload.Graphs[npu.Npu];
        foreach (var node in npu.Nodes)
        {
            yield return DescribeNode(graph, node, npu.Collectives.FirstOrDefault(collective => collective.Node == node), calls);
        }

        foreach (var receive in npu.Receives.Where(receive => receive.Node < 0))
        {
            yield return $"for a message {Describe(receive.Class)} from npu/{receive.Peer}, tag {receive.Tag}, {receive.Size}, that nobody sent";
        }

        foreach (var chunk in npu.Chunks)
        {
            yield return $"with a message {Describe(chunk.Class)} from npu/{chunk.Peer}, tag {chunk.Tag}, {chunk.Size}, that nobody received";
        }

        if (npu.Nodes.Count == 0)
        {
            yield return "for nodes that never became ready";
        }
    }

    private static string DescribeNode(ExecutionGraph graph, int index, StuckCollective? collective, StuckCalls calls)
    {
        ref readonly var node = ref graph[index];
        var name = $"node {node.Id} {Printable.Name(graph.Names[index])}".TrimEnd();
        return node.Kind switch
        {
            NodeKind.Receive => $"{name}: receive from npu/{node.Peer}, tag {node.Tag}, {node.Size}, that nobody sent",
            NodeKind.Send => $"{name}: send to npu/{node.Peer}, tag {node.Tag}, {node.Size}",
            NodeKind.Collective when collective is not null => $"{name}: {calls.Describe(collective)}",
            _ => $"{name}: {NameOf(node.Kind)}",
        };
    }

    private static string NameOf(NodeKind kind) => kind switch
    {
        NodeKind.MemoryLoad => "load from remote memory",
        NodeKind.MemoryStore => "store to remote memory",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
