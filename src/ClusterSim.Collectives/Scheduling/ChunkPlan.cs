using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Workload.Collectives;

namespace ClusterSim.Collectives.Scheduling;

/// <summary>Into how many streams a collective is cut, and of which size.</summary>
/// <param name="ChunkSize">The size of every stream, the last one included.</param>
/// <param name="Streams">How many there are.</param>
internal readonly record struct ChunkPlan(ByteSize ChunkSize, long Streams)
{
    /// <summary>
    /// Cuts a collective into the preferred number of chunks. A chunk holds at least a byte for each NPU of the system; that
    /// of a collective whose data is never cut into a part for each rank, as in an all-gather, at least one byte. A barrier, which
    /// has no data, is never cut.
    /// </summary>
    public static ChunkPlan For(CollectiveKind kind, ByteSize size, int preferredSplits, int npuCount)
    {
        if (kind == CollectiveKind.Barrier)
        {
            return new ChunkPlan(size, 1);
        }

        var chunk = size / preferredSplits;
        if (KindTraits.KeepsItsSize(kind))
        {
            chunk = new ByteSize(Math.Max(1, chunk.Bytes));
        }
        else if (npuCount > chunk.Bytes)
        {
            chunk = new ByteSize(npuCount);
            size = chunk * preferredSplits;
        }

        var (whole, rest) = Math.DivRem(size.Bytes, chunk.Bytes);
        return new ChunkPlan(chunk, rest == 0 ? whole : whole + 1);
    }
}
