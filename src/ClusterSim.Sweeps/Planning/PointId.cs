using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace ClusterSim.Sweeps.Planning;

/// <summary>What identifies a configuration or a run of it: the first 128 bits of a SHA-256.</summary>
public readonly record struct PointId(ulong High, ulong Low)
{
    public const int Bytes = 16;

    /// <summary>The hash of some bytes.</summary>
    public static PointId Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return Read(hash);
    }

    public static PointId Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
    }

    /// <summary>32 hexadecimal digits.</summary>
    public override string ToString() => High.ToString("x16", CultureInfo.InvariantCulture) + Low.ToString("x16", CultureInfo.InvariantCulture);
}
