namespace ClusterSim.Inspection.Reading;

/// <summary>
/// A Parquet file that is cut off, with its end put back from where that was kept. What lies between is read as zeros; a row group that is
/// whole needs none of it.
/// </summary>
/// <param name="file">What is left of it.</param>
/// <param name="footerAt">Where its end begins, in bytes.</param>
/// <param name="footer">Its end.</param>
internal sealed class CutFile(FileStream file, long footerAt, byte[] footer) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => footerAt + footer.Length;

    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, Math.Max(0, Length - Position));
        var wanted = buffer[..count];
        wanted.Clear();
        ReadLeft(wanted);
        for (var place = Math.Max(0, footerAt - Position); place < count; place++)
        {
            wanted[(int)place] = footer[Position + place - footerAt];
        }

        Position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private void ReadLeft(Span<byte> wanted)
    {
        var there = (int)Math.Clamp(Math.Min(file.Length, footerAt) - Position, 0, wanted.Length);
        file.Position = Math.Min(Position, file.Length);
        file.ReadExactly(wanted[..there]);
    }
}
