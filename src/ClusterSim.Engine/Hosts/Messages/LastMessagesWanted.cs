namespace ClusterSim.Engine.Hosts.Messages;

/// <summary>To a host whose partitions have ended: what did these NPUs handle last? It tells of those that live there.</summary>
/// <param name="Actors">The numbers of their actors. What is no NPU keeps nothing.</param>
internal sealed record LastMessagesWanted(int[] Actors);
