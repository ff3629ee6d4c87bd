namespace ClusterSim.Engine.Sites;

/// <summary>
/// When each site has something to do. The earliest of each 64 sites is kept too, so that few of many thousand sites are found
/// quickly.
/// </summary>
internal sealed class SiteSchedule
{
    private const int BlockLog = 6;
    private const int BlockSize = 1 << BlockLog;

    private readonly long[] times;
    private readonly long[] blocks;

    public SiteSchedule(int siteCount)
    {
        times = new long[siteCount];
        blocks = new long[(siteCount + BlockSize - 1) >> BlockLog];
        Array.Fill(times, long.MaxValue);
        Array.Fill(blocks, long.MaxValue);
    }

    /// <summary>The earliest time of all; <see cref="long.MaxValue"/> if no site has anything to do.</summary>
    public long Earliest
    {
        get
        {
            var earliest = long.MaxValue;
            foreach (var block in blocks)
            {
                earliest = Math.Min(earliest, block);
            }

            return earliest;
        }
    }

    /// <summary>A site has something to do.</summary>
    public void Add(int site, long time)
    {
        if (time < times[site])
        {
            times[site] = time;
            ref var block = ref blocks[site >> BlockLog];
            block = Math.Min(block, time);
        }
    }

    /// <summary>Takes out the sites that have something to do before a time limit; they are added again when they have run.</summary>
    /// <param name="limit">The time limit.</param>
    /// <param name="due">Room for all sites; gets the numbers of those taken, ascending.</param>
    /// <returns>How many were taken.</returns>
    public int TakeBefore(long limit, Span<int> due)
    {
        var count = 0;
        for (var block = 0; block < blocks.Length; block++)
        {
            if (blocks[block] < limit)
            {
                count += TakeFromBlock(block, limit, due[count..]);
            }
        }

        return count;
    }

    private int TakeFromBlock(int block, long limit, Span<int> due)
    {
        var count = 0;
        var earliest = long.MaxValue;
        var end = Math.Min((block + 1) << BlockLog, times.Length);
        for (var site = block << BlockLog; site < end; site++)
        {
            ref var time = ref times[site];
            if (time < limit)
            {
                due[count++] = site;
                time = long.MaxValue;
            }
            else
            {
                earliest = Math.Min(earliest, time);
            }
        }

        blocks[block] = earliest;
        return count;
    }
}
