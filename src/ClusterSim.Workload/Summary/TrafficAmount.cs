using ClusterSim.Core.Units;

namespace ClusterSim.Workload.Summary;

/// <summary>How much there is of some communication.</summary>
/// <param name="Count">How many nodes.</param>
/// <param name="Size">The bytes of all of them, as the traces give them.</param>
public readonly record struct TrafficAmount(long Count, ByteSize Size)
{
    /// <summary>One more.</summary>
    /// <exception cref="OverflowException">The sum does not fit 63 bits.</exception>
    public TrafficAmount Plus(ByteSize size) => new(Count + 1, new ByteSize(checked(Size.Bytes + size.Bytes)));
}
