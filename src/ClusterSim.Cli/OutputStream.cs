namespace ClusterSim.Cli;

/// <summary>
/// A stream that a user reads. If it cannot be written, because a disk is full or the stream is closed, that is told once
/// and all else is dropped: writers flush what is left over when they are disposed of, and must not fail again.
/// </summary>
/// <param name="name">What it is, for the message.</param>
/// <param name="open">Opens what is beneath, at the first byte. Must not buffer.</param>
internal sealed class OutputStream(string name, Func<Stream> open) : Stream
{
    private Stream? target;
    private bool isBroken;

    /// <summary>Whether nothing is told: where messages go, there is nowhere to tell that they cannot.</summary>
    public bool IsOptional { get; init; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="OutputFailedException">It cannot be written, for the first time.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (isBroken)
        {
            return;
        }

        try
        {
            target ??= open();
            target.Write(buffer);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            isBroken = true;
            if (!IsOptional)
            {
                throw new OutputFailedException(name, error);
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

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
            target?.Dispose();
        }

        base.Dispose(disposing);
    }
}
