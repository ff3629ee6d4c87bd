namespace ClusterSim.Engine.Hosts;

/// <summary>The partitions of a simulation that one process hosts.</summary>
/// <param name="Name">The node, for messages.</param>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many: they follow each other, so that neighbouring NPUs are on one node.</param>
public sealed record HostShare(string Name, int First, int Count);
