using ClusterSim.Core.Networks;
using ClusterSim.Core.Units;

namespace ClusterSim.Network.Options;

/// <summary>One dimension of a network.</summary>
/// <param name="Topology">How its NPUs are joined.</param>
/// <param name="NpuCount">How many NPUs differ in this coordinate only; at least 2.</param>
/// <param name="Bandwidth">Of each link in each direction; greater than 0.</param>
/// <param name="LatencyNs">Of each link, in nanoseconds, not rounded; not negative.</param>
public sealed record DimensionOptions(ITopology Topology, int NpuCount, Bandwidth Bandwidth, double LatencyNs)
{
    /// <summary>What each of its links can do.</summary>
    public LinkTerms Terms => new(Bandwidth, LatencyNs);
}
