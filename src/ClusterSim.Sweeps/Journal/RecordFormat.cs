using System.Buffers.Binary;
using System.Numerics;

namespace ClusterSim.Sweeps.Journal;

/// <summary>
/// How records lie in a file: the length of the content (4 bytes, little-endian), a CRC-32C over length and content (4 bytes), the content.
/// There is nothing else, so what is sound of a file is known from its start on.
/// </summary>
internal static class RecordFormat
{
    public const int HeaderBytes = 8;

    private const int LengthBytes = 4;

    /// <summary>Writes the header of a content.</summary>
    public static void WriteHeader(Span<byte> header, ReadOnlySpan<byte> content)
    {
        BinaryPrimitives.WriteInt32LittleEndian(header, content.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[LengthBytes..], Checksum(header[..LengthBytes], content));
    }

    /// <summary>The length of the content that a header announces; it may be anything until <see cref="IsSound"/>.</summary>
    public static int Length(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadInt32LittleEndian(header);

    /// <summary>Whether a content is the one that its header was written for.</summary>
    public static bool IsSound(ReadOnlySpan<byte> header, ReadOnlySpan<byte> content) =>
        BinaryPrimitives.ReadUInt32LittleEndian(header[LengthBytes..]) == Checksum(header[..LengthBytes], content);

    private static uint Checksum(ReadOnlySpan<byte> length, ReadOnlySpan<byte> content)
    {
        var sum = BitOperations.Crc32C(uint.MaxValue, BinaryPrimitives.ReadUInt32LittleEndian(length));
        for (; content.Length >= sizeof(ulong); content = content[sizeof(ulong)..])
        {
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(content));
        }

        foreach (var last in content)
        {
            sum = BitOperations.Crc32C(sum, last);
        }

        return ~sum;
    }
}
