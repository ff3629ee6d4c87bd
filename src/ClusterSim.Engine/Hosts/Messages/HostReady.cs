namespace ClusterSim.Engine.Hosts.Messages;

/// <summary>To the clock: all actors of a host are there.</summary>
/// <param name="Host">The host's number.</param>
/// <param name="Partitions">The paths of its partitions' actors, in order.</param>
/// <param name="PlanHash">Tells whether it made the same plan.</param>
internal sealed record HostReady(int Host, string[] Partitions, ulong PlanHash);
