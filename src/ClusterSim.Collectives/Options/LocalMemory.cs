using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Options;

/// <summary>What the local memory's bandwidth means for times. The order of operations is the reference's, to the last bit.</summary>
internal readonly record struct LocalMemory(Bandwidth Bandwidth)
{
    /// <summary>Bytes a second, as the reference holds it.</summary>
    public double BytesPerSecond => Bandwidth.BytesPerNs * 1e9;

    /// <summary>A reduction reads two operands and writes one, one after the other.</summary>
    public SimDuration ReductionTime(ByteSize size) => new(3 * SimDuration.Floor(size.Bytes / BytesPerSecond * 1e9).Ns);
}
