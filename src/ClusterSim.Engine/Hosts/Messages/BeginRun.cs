namespace ClusterSim.Engine.Hosts.Messages;

/// <summary>To a host: all hosts are ready, so the simulation begins.</summary>
/// <param name="Partitions">The paths of all partitions' actors, in order.</param>
/// <param name="CountsUse">Whether the clock wants to know what is in use.</param>
internal sealed record BeginRun(string[] Partitions, bool CountsUse);
