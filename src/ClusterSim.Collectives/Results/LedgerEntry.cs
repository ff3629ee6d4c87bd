namespace ClusterSim.Collectives.Results;

/// <summary>A collective in a ledger.</summary>
/// <param name="Group">Its group's number, or -1: all NPUs.</param>
/// <param name="FirstStream">The id of its first stream, the same on all ranks.</param>
/// <param name="Record">What its ranks did.</param>
public sealed record LedgerEntry(int Group, long FirstStream, CollectiveRecord Record);
