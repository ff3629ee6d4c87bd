namespace ClusterSim.Engine.Hosts.Messages;

/// <summary>To a host: all hosts are ready, so the simulation begins.</summary>
/// <param name="Partitions">The paths of all partitions' actors, in order.</param>
internal sealed record BeginRun(string[] Partitions);
