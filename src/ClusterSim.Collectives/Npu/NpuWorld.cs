using ClusterSim.Collectives.Options;
using ClusterSim.Collectives.Results;
using ClusterSim.Collectives.Scheduling;
using ClusterSim.Core.Networks;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;

namespace ClusterSim.Collectives.Npu;

/// <summary>What all NPUs of a simulation share. Immutable but for the ledger, which is safe to share.</summary>
internal sealed class NpuWorld
{
    private readonly WorkloadSet workload;
    private readonly Dictionary<ExecutionGraph, ProcessGroup?[]> groupsOfGraph = [];

    public NpuWorld(WorkloadSet workload, SystemOptions options, SystemShape shape, INetwork network, CollectiveLedger ledger)
    {
        this.workload = workload;
        Options = options;
        Shape = shape;
        Network = network;
        Ledger = ledger;
        foreach (var graph in workload.Graphs.Distinct())
        {
            groupsOfGraph[graph] = [.. graph.GroupNames.Select(name => workload.Groups.GetValueOrDefault(name))];
        }
    }

    public SystemOptions Options { get; }

    public SystemShape Shape { get; }

    public INetwork Network { get; }

    public CollectiveLedger Ledger { get; }

    public ExecutionGraph GraphOf(int npu) => workload.Graphs[npu];

    /// <summary>The groups that the graph of an NPU names, by the graph's own indices.</summary>
    public ProcessGroup?[] GroupsOf(int npu) => groupsOfGraph[GraphOf(npu)];
}
