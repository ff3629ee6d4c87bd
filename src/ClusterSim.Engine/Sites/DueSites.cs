namespace ClusterSim.Engine.Sites;

/// <summary>
/// The sites of a partition that have something to do in the current window. Their partition takes them from the front;
/// peers that are through with theirs borrow from the back, so that nobody waits while another has much to do.
/// </summary>
/// <remarks>
/// To bring a site into another core's cache costs more than to run it through a window in which it has little to do. So
/// then peers borrow the same sites in every window, and their number follows only slowly how far they got.
/// </remarks>
internal sealed class DueSites(int siteCount)
{
    // So many shares of a window's sites are taken one by one: enough to even out, few enough to cost nothing.
    private const int Shares = 32;
    private const int LargestShare = 32;

    // With fewer shares left, a peer would have had no time for more.
    private const int SharesThatMatter = 4;

    private readonly int[] sites = new int[siteCount];
    private readonly long[] nextTimes = new long[siteCount];
    private int share;

    // The places that nobody has taken: where they begin in the lower half, where they end in the upper.
    private long free;
    private int returned;

    // How many may be borrowed, and whether peers would have had time for more. No result depends on them.
    private int quota;
    private bool wantsMore;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Room for their numbers, to be filled in before <see cref="Open"/>.</summary>
    public Span<int> Room => sites;

    /// <summary>The number of the site at a place.</summary>
    public int this[int place] => sites[place];

    /// <summary>A window begins: so many places are filled in.</summary>
    public void Open(int count)
    {
        Count = count;
        share = Math.Clamp(count / Shares, 1, LargestShare);
        returned = 0;
        Volatile.Write(ref free, Pack(0, count));
    }

    /// <summary>Takes places from the front, for the sites' own partition.</summary>
    public bool TryTake(out int first, out int end)
    {
        while (true)
        {
            var seen = Volatile.Read(ref free);
            (first, end) = Unpack(seen);
            if (first == end)
            {
                return false;
            }

            // What peers are to borrow comes last.
            var left = Count - quota - first;
            var upTo = Math.Min(first + (left > 0 ? Math.Min(left, share) : share), end);
            if (Interlocked.CompareExchange(ref free, Pack(upTo, end), seen) == seen)
            {
                end = upTo;
                return true;
            }
        }
    }

    /// <summary>Takes places from the back, for a peer that helps.</summary>
    public bool TryBorrow(out int first, out int end)
    {
        while (true)
        {
            var seen = Volatile.Read(ref free);
            (first, end) = Unpack(seen);
            var lowest = Math.Max(first, Count - quota);
            if (lowest >= end)
            {
                wantsMore = end - first >= SharesThatMatter * share;
                return false;
            }

            var from = Math.Max(lowest, end - share);
            if (Interlocked.CompareExchange(ref free, Pack(first, from), seen) == seen)
            {
                first = from;
                return true;
            }
        }
    }

    /// <summary>Notes when the site at a borrowed place has something to do next.</summary>
    public void Note(int place, long nextTime) => nextTimes[place] = nextTime;

    /// <summary>Gives back borrowed places: their sites have run.</summary>
    public void Return(int places) => Interlocked.Add(ref returned, places);

    /// <summary>Waits until what was borrowed is back. What is still free after that stays undone.</summary>
    /// <returns>The first place that was borrowed; all behind it were, too.</returns>
    public int AwaitReturn()
    {
        // From now on nothing can be borrowed.
        var (_, firstBorrowed) = Unpack(Interlocked.Exchange(ref free, Pack(0, 0)));

        // As long as a peer takes for a share, some microseconds. A peer that never comes back is noticed by the silence watch.
        var wait = default(SpinWait);
        while (Volatile.Read(ref returned) < Count - firstBorrowed)
        {
            wait.SpinOnce(sleep1Threshold: -1);
        }

        AdaptQuota(Count - firstBorrowed);
        return firstBorrowed;
    }

    /// <summary>What was noted for the site at a borrowed place.</summary>
    public long NextTimeOf(int place) => nextTimes[place];

    private void AdaptQuota(int borrowed)
    {
        var spare = quota - borrowed;
        if (spare > 0)
        {
            quota -= Math.Max(1, spare / 2);
        }
        else if (wantsMore)
        {
            quota = Math.Min(quota + Math.Max(1, share / 2), Count);
        }

        wantsMore = false;
    }

    private static long Pack(int first, int end) => (long)end << 32 | (uint)first;

    private static (int First, int End) Unpack(long packed) => (unchecked((int)packed), (int)(packed >> 32));
}
