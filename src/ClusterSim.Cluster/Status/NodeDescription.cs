namespace ClusterSim.Cluster.Status;

/// <summary>How a node is.</summary>
/// <param name="Cores">That its work may take.</param>
/// <param name="Load">How many cores its process takes at the moment.</param>
/// <param name="MemoryBytes">That its process takes.</param>
/// <param name="MemoryLimitBytes">That its work may take; 0: what the machine has.</param>
/// <param name="UptimeMs">Since its process started.</param>
/// <param name="Work">What each of its services does: <c>worker: points 4, 7</c>.</param>
internal sealed record NodeDescription(int Cores, double Load, long MemoryBytes, long MemoryLimitBytes, long UptimeMs, string[] Work);
