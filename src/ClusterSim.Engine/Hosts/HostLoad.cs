namespace ClusterSim.Engine.Hosts;

/// <summary>What one process does for a running simulation.</summary>
/// <param name="Share">The partitions that it hosts.</param>
/// <param name="Events">Messages they have handled so far.</param>
/// <param name="Completed">Their actors that have come to the end of their work.</param>
/// <param name="Computed">The processor time that the process has taken so far, for whatever it does.</param>
public sealed record HostLoad(HostShare Share, long Events, int Completed, TimeSpan Computed);
