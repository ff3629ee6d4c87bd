using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Replay;

/// <summary>What a compute node costs, and where it lies under the roofline.</summary>
/// <param name="Duration">How long it runs.</param>
/// <param name="Intensity">Operations a byte; 0 for CPU operations and without roofline, like the shares.</param>
/// <param name="ComputeBound">1 if it runs at peak performance, else 0.</param>
/// <param name="ComputeShare">Performance over peak performance.</param>
/// <param name="MemoryShare">Memory traffic over local memory bandwidth.</param>
internal readonly record struct ComputePrice(
    SimDuration Duration, double Intensity = 0, double ComputeBound = 0, double ComputeShare = 0, double MemoryShare = 0);
