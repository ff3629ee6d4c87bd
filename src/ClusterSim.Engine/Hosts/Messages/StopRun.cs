namespace ClusterSim.Engine.Hosts.Messages;

/// <summary>To a host: the simulation is over, or to end as soon as possible.</summary>
internal sealed record StopRun;
