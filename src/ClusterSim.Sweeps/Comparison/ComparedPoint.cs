using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ClusterSim.Sweeps.Planning;
using ClusterSim.Sweeps.Running;
using ClusterSim.Sweeps.Tables;

namespace ClusterSim.Sweeps.Comparison;

/// <summary>What a comparison takes of a point. Of the figures of its NPUs only a hash, so that many points can be held.</summary>
/// <param name="Status">Of its row.</param>
/// <param name="WallNs">The longest wall time of its NPUs; null: there are no figures.</param>
/// <param name="ExposedNs">The longest exposed time of its NPUs; null: there are no figures.</param>
/// <param name="Figures">Stands for all that was found but times and nodes; null: there are no figures.</param>
public sealed record ComparedPoint(string Status, decimal? WallNs, decimal? ExposedNs, PointId? Figures)
{
    internal static ComparedPoint Of(ResultRow row) => new(
        row.Status,
        row.Figures?.Of(NpuColumns.Wall)?.Max,
        row.Figures?.Of(NpuColumns.Exposed)?.Max,
        row.Done is { } result ? HashOf(result) : null);

    private static PointId HashOf(PointResult result)
    {
        var bytes = new ArrayBufferWriter<byte>();
        Span<byte> head = stackalloc byte[sizeof(ulong) + (2 * sizeof(int))];
        BinaryPrimitives.WriteUInt64LittleEndian(head, result.Digest);
        BinaryPrimitives.WriteInt32LittleEndian(head[sizeof(ulong)..], result.Figures);
        BinaryPrimitives.WriteInt32LittleEndian(head[(sizeof(ulong) + sizeof(int))..], result.NpuCounts.Length);
        bytes.Write(head);
        bytes.Write(MemoryMarshal.AsBytes(result.NpuCounts.AsSpan()));
        bytes.Write(MemoryMarshal.AsBytes(result.Values.AsSpan()));
        return PointId.Of(bytes.WrittenSpan);
    }
}
