namespace ClusterSim.Core.Collectives;

/// <summary>What a collective does with the data of its ranks. Numbers are those of Chakra's <c>CollectiveCommType</c>.</summary>
public enum CollectiveKind : byte
{
    AllReduce = 0,
    Reduce = 1,
    AllGather = 2,
    Gather = 3,
    Scatter = 4,
    Broadcast = 5,
    AllToAll = 6,
    ReduceScatter = 7,
    ReduceScatterBlock = 8,
    Barrier = 9,
}
