using System.Text;

namespace ClusterSim.Sweeps.Journal;

/// <summary>Reads records one after the other, up to the first that is damaged or not whole.</summary>
internal sealed class RecordReader(Stream stream)
{
    // A length beyond this is a damaged one: no record is so long.
    private const int LongestContent = 1 << 30;

    // As it was at the beginning: to ask the system again for each record would take longer than to read it.
    private readonly long end = stream.Length;
    private readonly byte[] header = new byte[RecordFormat.HeaderBytes];

    /// <summary>How much of the stream, from its start, is sound records.</summary>
    public long SoundLength { get; private set; }

    /// <summary>The content of the next record; null: no sound one follows.</summary>
    public BinaryReader? Next()
    {
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
        {
            return null;
        }

        var length = RecordFormat.Length(header);
        if (length is < 0 or > LongestContent || length > end - stream.Position)
        {
            return null;
        }

        var content = new byte[length];
        stream.ReadExactly(content);
        if (!RecordFormat.IsSound(header, content))
        {
            return null;
        }

        SoundLength = stream.Position;
        return new BinaryReader(new MemoryStream(content, writable: false), Encoding.UTF8);
    }
}
