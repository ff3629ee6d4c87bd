using ClusterSim.Sweeps.Planning;
using ClusterSim.Sweeps.Running;

namespace ClusterSim.Sweeps.Journal;

/// <summary>
/// The contents of the journal's records. A first byte tells what it is; a test freezes the bytes, since folders outlive programs. What
/// must change gets a new first byte.
/// </summary>
internal static class RecordCodec
{
    /// <summary>An experiment that points vary: its hash, then YAML.</summary>
    public const byte Base = 1;

    /// <summary>A finished point.</summary>
    public const byte Point = 2;

    public static void WriteBase(BinaryWriter writer, PointId id, string yaml)
    {
        writer.Write(Base);
        Write(writer, id);
        writer.Write(yaml);
    }

    public static void WritePoint(BinaryWriter writer, JournalRecord record)
    {
        var result = record.Result;
        writer.Write(Point);
        Write(writer, record.Run);
        writer.Write(result.Error is not null);
        Write(writer, record.Configuration);
        Write(writer, record.Base);
        writer.Write(record.Assignments);
        writer.Write(result.Error ?? "");
        writer.Write(result.Node);
        writer.Write(result.ElapsedSeconds);
        writer.Write7BitEncodedInt64(result.SimulatedNs);
        writer.Write7BitEncodedInt64(result.Messages);
        writer.Write7BitEncodedInt64(result.Hops);
        writer.Write7BitEncodedInt64(result.Events);
        writer.Write(result.Digest);
        writer.Write7BitEncodedInt(result.Figures);
        writer.Write7BitEncodedInt(result.NpuCounts.Length);
        Array.ForEach(result.NpuCounts, writer.Write7BitEncodedInt);
        writer.Write7BitEncodedInt(result.Values.Length);
        Array.ForEach(result.Values, writer.Write7BitEncodedInt64);
    }

    /// <summary>Reads the beginning of a point, all that an index needs; its first byte was read.</summary>
    public static (PointId Run, bool HasFailed) ReadHead(BinaryReader reader) => (ReadId(reader), reader.ReadBoolean());

    /// <summary>Reads a point; its first byte was read. Number and attempt belong to the run that wrote it, and are not kept.</summary>
    public static JournalRecord ReadPoint(BinaryReader reader)
    {
        var (run, hasFailed) = ReadHead(reader);
        var configuration = ReadId(reader);
        var based = ReadId(reader);
        var assignments = reader.ReadString();
        var error = reader.ReadString();
        var result = new PointResult
        {
            Point = 0,
            Attempt = 0,
            Error = hasFailed ? error : null,
            Node = reader.ReadString(),
            ElapsedSeconds = reader.ReadDouble(),
            SimulatedNs = reader.Read7BitEncodedInt64(),
            Messages = reader.Read7BitEncodedInt64(),
            Hops = reader.Read7BitEncodedInt64(),
            Events = reader.Read7BitEncodedInt64(),
            Digest = reader.ReadUInt64(),
            Figures = reader.Read7BitEncodedInt(),
            NpuCounts = ReadArray(reader, static from => from.Read7BitEncodedInt()),
            Values = ReadArray(reader, static from => from.Read7BitEncodedInt64()),
        };
        return new(run, configuration, based, assignments, result);
    }

    public static void Write(BinaryWriter writer, PointId id)
    {
        Span<byte> bytes = stackalloc byte[PointId.Bytes];
        id.Write(bytes);
        writer.Write(bytes);
    }

    public static PointId ReadId(BinaryReader reader)
    {
        Span<byte> bytes = stackalloc byte[PointId.Bytes];
        reader.BaseStream.ReadExactly(bytes);
        return PointId.Read(bytes);
    }

    private static T[] ReadArray<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var array = new T[reader.Read7BitEncodedInt()];
        for (var i = 0; i < array.Length; i++)
        {
            array[i] = read(reader);
        }

        return array;
    }
}
