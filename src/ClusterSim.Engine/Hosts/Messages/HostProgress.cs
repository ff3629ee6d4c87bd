using ClusterSim.Engine.Partitions;

namespace ClusterSim.Engine.Hosts.Messages;

/// <summary>To the clock, twice a second: how far a host is.</summary>
/// <param name="Host">The host's number.</param>
/// <param name="Partitions">Where its partitions are.</param>
/// <param name="Events">Messages they have handled.</param>
/// <param name="Completed">Actors that have come to the end of their work.</param>
/// <param name="ComputedMs">What the process has computed so far, in milliseconds.</param>
/// <param name="PartsInUse">Parts of its actors that work, if the clock wants to know.</param>
/// <param name="Parts">All parts of its actors, if the clock wants to know.</param>
internal sealed record HostProgress(
    int Host, PartitionState[] Partitions, long Events, int Completed, long ComputedMs, int PartsInUse, int Parts);
