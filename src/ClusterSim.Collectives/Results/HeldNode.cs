namespace ClusterSim.Collectives.Results;

/// <summary>A node that waits for nothing but its slot, since an NPU runs one node a slot.</summary>
/// <param name="Node">Its index.</param>
/// <param name="HeldBy">The index of the node that has the slot.</param>
public readonly record struct HeldNode(int Node, int HeldBy);
