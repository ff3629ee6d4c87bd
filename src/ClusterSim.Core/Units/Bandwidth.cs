using System.Globalization;

namespace ClusterSim.Core.Units;

/// <summary>A rate of data in bytes per nanosecond.</summary>
/// <param name="BytesPerNs">Bytes per nanosecond, greater than 0.</param>
public readonly record struct Bandwidth(double BytesPerNs)
{
    // 2^30 bytes a second, in nanoseconds: what network files and the reference mean by GB/s.
    private const double BytesPerNsOfOneGibPerSecond = 1073741824.0 / 1e9;

    /// <summary>A link's bandwidth as network files give it: GB/s of 2^30 bytes.</summary>
    public static Bandwidth OfLink(double gibPerSecond) => new(gibPerSecond * (1 << 30) / 1e9);

    /// <summary>A memory's bandwidth as system files give it: GB/s of 10^9 bytes.</summary>
    public static Bandwidth OfMemory(double gbPerSecond) => new(gbPerSecond);

    /// <summary>The time that an amount of data takes at this rate, in nanoseconds, not rounded.</summary>
    public double NsFor(ByteSize size) => size.Bytes / BytesPerNs;

    public override string ToString() =>
        (BytesPerNs / BytesPerNsOfOneGibPerSecond).ToString("0.###", CultureInfo.InvariantCulture) + " GB/s";
}
