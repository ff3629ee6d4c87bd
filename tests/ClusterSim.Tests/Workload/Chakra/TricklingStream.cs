namespace ClusterSim.Tests.Workload.Chakra;

/// <summary>A stream that gives a few bytes at a time and cannot say how long it is, as a pipe does.</summary>
internal sealed class TricklingStream(byte[] content, int bytesAtATime) : Stream
{
    private int position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var part = Math.Min(Math.Min(count, bytesAtATime), content.Length - position);
        content.AsSpan(position, part).CopyTo(buffer.AsSpan(offset));
        position += part;
        return part;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
