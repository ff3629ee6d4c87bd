namespace ClusterSim.Engine.Partitions;

/// <summary>What one partition has to say at the end of a simulation.</summary>
/// <param name="Partition">Its index.</param>
/// <param name="Events">Messages that its actors handled.</param>
/// <param name="Completed">Actors that came to the end of their work.</param>
/// <param name="Digest">Over all messages of its actors.</param>
/// <param name="Reports">What its actors found.</param>
/// <param name="Failure">What stopped it, or null.</param>
/// <param name="Stopped">Whether it was asked to stop.</param>
internal sealed record PartitionReport(
    int Partition, long Events, int Completed, ulong Digest, IReadOnlyList<object> Reports, PartitionFailure? Failure, bool Stopped);
