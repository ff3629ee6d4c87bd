using ClusterSim.Core.Units;

namespace ClusterSim.Network.Options;

/// <summary>What one direction of a cable can do.</summary>
/// <param name="Bandwidth">Greater than 0.</param>
/// <param name="LatencyNs">In nanoseconds, not rounded; not negative.</param>
public readonly record struct LinkTerms(Bandwidth Bandwidth, double LatencyNs);
