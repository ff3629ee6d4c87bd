using System.Globalization;

namespace ClusterSim.Core.Units;

/// <summary>An amount of data in bytes, never negative in a validated simulation.</summary>
/// <param name="Bytes">Bytes.</param>
public readonly record struct ByteSize(long Bytes) : IComparable<ByteSize>
{
    /// <summary>No data.</summary>
    public static ByteSize Zero => default;

    public static ByteSize operator +(ByteSize left, ByteSize right) => new(left.Bytes + right.Bytes);

    public static ByteSize operator -(ByteSize left, ByteSize right) => new(left.Bytes - right.Bytes);

    public static ByteSize operator *(ByteSize size, long factor) => new(size.Bytes * factor);

    /// <summary>The size in equal parts; what does not divide is dropped, as in the reference.</summary>
    public static ByteSize operator /(ByteSize size, long parts) => new(size.Bytes / parts);

    public static bool operator <(ByteSize left, ByteSize right) => left.Bytes < right.Bytes;

    public static bool operator >(ByteSize left, ByteSize right) => left.Bytes > right.Bytes;

    public static bool operator <=(ByteSize left, ByteSize right) => left.Bytes <= right.Bytes;

    public static bool operator >=(ByteSize left, ByteSize right) => left.Bytes >= right.Bytes;

    public int CompareTo(ByteSize other) => Bytes.CompareTo(other.Bytes);

    public override string ToString() => Bytes.ToString("N0", CultureInfo.InvariantCulture) + " B";
}
