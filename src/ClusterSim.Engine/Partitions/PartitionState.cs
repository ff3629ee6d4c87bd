namespace ClusterSim.Engine.Partitions;

/// <summary>Where a partition was when it was looked at.</summary>
/// <param name="Steps">All that it has done; it grows as long as the partition comes on.</param>
/// <param name="NowNs">The simulated time it has reached.</param>
/// <param name="AwaitsPeers">Whether it has come to the end of a window and waits for the others.</param>
internal readonly record struct PartitionState(long Steps, long NowNs, bool AwaitsPeers);
