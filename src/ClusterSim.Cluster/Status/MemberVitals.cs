using ClusterSim.Core.Units;

namespace ClusterSim.Cluster.Status;

/// <summary>What a member tells of itself.</summary>
/// <param name="Cores">That its work may take.</param>
/// <param name="Load">How many cores its process takes at the moment.</param>
/// <param name="Memory">That its process takes.</param>
/// <param name="MemoryLimit">That its work may take; null: what the machine has.</param>
/// <param name="Uptime">Since its process started.</param>
/// <param name="Work">What each of its services does.</param>
public sealed record MemberVitals(int Cores, double Load, ByteSize Memory, ByteSize? MemoryLimit, TimeSpan Uptime, IReadOnlyList<string> Work);
