using ClusterSim.Tracing;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;

namespace ClusterSim.Hosting.Simulation;

/// <summary>Tells a trace what the nodes of a workload are called.</summary>
internal sealed class WorkloadNodeNames(WorkloadSet workload) : INodeNames
{
    public long IdOf(int npu, int node) => unchecked((long)workload.Graphs[npu][node].Id);

    public string NameOf(int npu, int node) => workload.Graphs[npu].Names[node];

    public string KindOf(int npu, int node) => workload.Graphs[npu][node].Kind switch
    {
        NodeKind.Compute => "compute",
        NodeKind.Collective => "collective",
        NodeKind.Send => "send",
        NodeKind.Receive => "receive",
        NodeKind.MemoryLoad => "memory-load",
        NodeKind.MemoryStore => "memory-store",
        _ => "other",
    };
}
