using System.Runtime.InteropServices;
using ClusterSim.Core.Input;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;

namespace ClusterSim.Hosting.Configuration.Validation;

/// <summary>Checks that every receive of a workload has its send, and the other way round.</summary>
internal sealed class TransferBalance
{
    private const int Listed = 20;

    private readonly WorkloadSet workload;
    private readonly Dictionary<TransferSignature, int> surplus = [];

    public TransferBalance(WorkloadSet workload)
    {
        this.workload = workload;
        for (var npu = 0; npu < workload.Graphs.Count; npu++)
        {
            Count(npu, workload.Graphs[npu]);
        }
    }

    /// <summary>The transfers of which one end is missing.</summary>
    public IEnumerable<Problem> Problems() => surplus
        .Where(transfer => transfer.Value != 0)
        .OrderBy(transfer => (transfer.Key.Source, transfer.Key.Destination, transfer.Key.Tag, transfer.Key.SizeBytes))
        .Take(Listed)
        .Select(transfer => new Problem(workload.Name, Text(transfer.Key, transfer.Value)));

    private void Count(int npu, ExecutionGraph graph)
    {
        for (var i = 0; i < graph.Count; i++)
        {
            ref readonly var node = ref graph[i];
            if (node.Kind == NodeKind.Send)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(surplus, new(npu, node.Peer, node.Tag, node.Size.Bytes), out _)++;
            }
            else if (node.Kind == NodeKind.Receive)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(surplus, new(node.Peer, npu, node.Tag, node.Size.Bytes), out _)--;
            }
        }
    }

    private static string Text(TransferSignature transfer, int surplus) => surplus > 0
        ? $"NPU {transfer.Source} sends {transfer}, but {Ends(surplus, "receive")} missing."
        : $"NPU {transfer.Destination} receives {transfer}, but {Ends(-surplus, "send")} missing.";

    private static string Ends(int count, string end) => count == 1 ? $"its {end} is" : $"{count} of its {end}s are";
}
