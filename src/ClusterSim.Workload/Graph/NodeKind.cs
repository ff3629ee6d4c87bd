namespace ClusterSim.Workload.Graph;

/// <summary>What a trace node stands for. Numbers are those of Chakra's <c>NodeType</c>.</summary>
public enum NodeKind : byte
{
    Invalid = 0,
    Metadata = 1,
    MemoryLoad = 2,
    MemoryStore = 3,
    Compute = 4,
    Send = 5,
    Receive = 6,
    Collective = 7,
}
