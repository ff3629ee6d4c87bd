using ClusterSim.Core.Units;

namespace ClusterSim.Network.Options;

/// <summary>What becomes of a link at a time. What is null stays as it was.</summary>
/// <param name="From">The device that the link leaves; NPUs first, then switches.</param>
/// <param name="To">The device that it leads to.</param>
/// <param name="At">From then on chunks are accepted so; those accepted before keep what they were accepted with.</param>
/// <param name="Bandwidth">Greater than 0.</param>
/// <param name="LatencyNs">In nanoseconds, not rounded; not negative.</param>
/// <param name="IsUp">Whether the link takes chunks.</param>
public sealed record LinkChange(int From, int To, SimTime At, Bandwidth? Bandwidth = null, double? LatencyNs = null, bool? IsUp = null);
