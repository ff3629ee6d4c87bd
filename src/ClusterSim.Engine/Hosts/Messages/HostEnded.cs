using ClusterSim.Engine.Partitions;

namespace ClusterSim.Engine.Hosts.Messages;

/// <summary>To the clock of the same process: what the partitions of its host have come to.</summary>
internal sealed record HostEnded(int Host, IReadOnlyList<PartitionReport> Reports);
