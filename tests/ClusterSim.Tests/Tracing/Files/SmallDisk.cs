namespace ClusterSim.Tests.Tracing.Files;

/// <summary>A file on a disk that has little room.</summary>
internal sealed class SmallDisk(long room) : MemoryStream
{
    /// <summary>How many bytes fit.</summary>
    public long Room { get; set; } = room;

    // All other ways to write come to this one.
    public override void Write(byte[] buffer, int offset, int count)
    {
        var fits = (int)Math.Min(count, Room - Position);
        base.Write(buffer, offset, fits);
        if (fits < count)
        {
            throw new IOException("No space left on device");
        }
    }
}
