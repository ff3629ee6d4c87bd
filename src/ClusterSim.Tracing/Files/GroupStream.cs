namespace ClusterSim.Tracing.Files;

/// <summary>
/// Passes a file on in whole row groups. A row group that the disk has no room for is written into the spare room.
/// </summary>
internal sealed class GroupStream(Stream target, SpareRoom spare) : Stream
{
    private readonly MemoryStream group = new();
    private readonly List<long> ends = [];
    private long written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => written + group.Length;

    public override long Position
    {
        get => Length;
        set => throw new NotSupportedException();
    }

    /// <summary>Where each row group ends that was passed on.</summary>
    public IReadOnlyList<long> Ends => ends;

    /// <summary>A row group is complete.</summary>
    /// <exception cref="IOException">There is not even room for it in what was kept.</exception>
    public void EndGroup()
    {
        PassOn();
        ends.Add(written);
    }

    /// <summary>The file is complete.</summary>
    /// <returns>What stands behind the last row group.</returns>
    /// <exception cref="IOException">There is not even room for it in what was kept.</exception>
    public byte[] EndFile()
    {
        var end = group.ToArray();
        PassOn();
        return end;
    }

    public override void Write(ReadOnlySpan<byte> buffer) => group.Write(buffer);

    public override void Write(byte[] buffer, int offset, int count) => group.Write(buffer, offset, count);

    // In memory, so that to hand it to another thread, as streams do by themselves, would cost more than to do it.
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            target.Dispose();
        }

        base.Dispose(disposing);
    }

    private void PassOn()
    {
        var bytes = group.GetBuffer().AsSpan(0, (int)group.Length);
        try
        {
            WriteWhole(bytes);
        }
        catch (IOException full) when (spare.Failure is null)
        {
            spare.Release(full, bytes.Length);
            WriteWhole(bytes);
        }

        written += bytes.Length;
        group.SetLength(0);
    }

    // Again from where the group begins, if a part of it was written.
    private void WriteWhole(ReadOnlySpan<byte> bytes)
    {
        target.Position = written;
        target.Write(bytes);
        target.Flush();
    }
}
