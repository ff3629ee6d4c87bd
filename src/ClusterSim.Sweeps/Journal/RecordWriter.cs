using System.Text;

namespace ClusterSim.Sweeps.Journal;

/// <summary>Appends records to a stream, each with one write.</summary>
internal sealed class RecordWriter(Stream stream)
{
    private const int UsualBytes = 1024;

    /// <summary>Appends a record.</summary>
    /// <param name="write">Writes its content.</param>
    /// <returns>Where in the stream the record begins.</returns>
    public long Append(Action<BinaryWriter> write)
    {
        using var buffer = new MemoryStream(UsualBytes);
        buffer.SetLength(RecordFormat.HeaderBytes);
        buffer.Position = RecordFormat.HeaderBytes;
        using (var writer = new BinaryWriter(buffer, Encoding.UTF8, leaveOpen: true))
        {
            write(writer);
        }

        var record = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        RecordFormat.WriteHeader(record, record[RecordFormat.HeaderBytes..]);
        var start = stream.Position;
        stream.Write(record);
        return start;
    }
}
