namespace ClusterSim.Engine.Hosts.Messages;

/// <summary>To a host: what its partitions recorded was taken in.</summary>
/// <param name="Frames">So many frames of the host since the run began.</param>
/// <param name="Round">The latest round in which a partition of any host has handed over.</param>
internal sealed record RecordsTaken(long Frames, int Round);
