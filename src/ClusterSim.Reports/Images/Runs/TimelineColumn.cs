using ClusterSim.Reports.Runs.Timeline;

namespace ClusterSim.Reports.Images.Runs;

/// <summary>A piece of the run in the bar of an NPU: what it was spent on, as parts of the bar's height.</summary>
/// <param name="FromNs">When it begins.</param>
/// <param name="ToNs">When it ends.</param>
/// <param name="Shares">What occurs, from below; together 1, or none.</param>
internal sealed record TimelineColumn(long FromNs, long ToNs, IReadOnlyList<(TimelineUse Use, double Share)> Shares)
{
    // Three dots of an image each.
    private const int Most = 400;

    // What occurs at all is at least so high that it is seen, however short it was.
    private const double Least = 0.3;

    // Heights that nobody tells apart are made equal, so that columns can be drawn together.
    private const int Steps = 20;

    /// <summary>The columns of an NPU.</summary>
    /// <param name="row">What it did.</param>
    /// <param name="endNs">Up to when it is drawn; at least 1.</param>
    public static IReadOnlyList<TimelineColumn> Of(NpuRow row, long endNs)
    {
        var count = (int)Math.Min(Most, endNs);
        var compute = row.BusyTimeOf(Lane.Compute);
        var communicating = row.BusyTimeOf(Lane.Compute, Lane.Communication);
        var busy = row.BusyTimeOf(Lane.Compute, Lane.Communication, Lane.Memory);
        var stuckNs = row.StuckFromNs ?? endNs;
        return [.. Enumerable.Range(0, count).Select(column => ColumnOf(Edge(column), Edge(column + 1)))];

        long Edge(int column) => (long)((Int128)endNs * column / count);

        TimelineColumn ColumnOf(long from, long to)
        {
            var until = Math.Clamp(stuckNs, from, to);
            var (computing, exposed) = (compute.Within(from, until), communicating.Within(from, until) - compute.Within(from, until));
            var memory = busy.Within(from, until) - communicating.Within(from, until);
            var idle = Math.Clamp(row.FinishNs, from, until) - from - busy.Within(from, until);
            return new(from, to, Seen([
                (TimelineUse.Exposed, exposed), (TimelineUse.Never, to - until), (TimelineUse.Memory, memory), (TimelineUse.Compute, computing), (TimelineUse.Idle, Math.Max(0, idle)),
            ]));
        }
    }

    /// <summary>How high what it was spent on reaches, from 0 to 1, with all that is below it; 0: it does not occur.</summary>
    public double HeightOf(TimelineUse use) => Shares.All(share => share.Use != use) ? 0
        : Shares[^1].Use == use ? 1
        : Shares.TakeWhile(share => share.Use <= use).Sum(share => share.Share);

    // What is too low to be seen grows at the expense of what is not.
    private static IReadOnlyList<(TimelineUse Use, double Share)> Seen(IReadOnlyList<(TimelineUse Use, long Ns)> uses)
    {
        var occurring = uses.Where(use => use.Ns > 0).ToList();
        var length = (double)occurring.Sum(use => use.Ns);
        var least = Math.Min(Least, 1.0 / Math.Max(1, occurring.Count));
        var low = occurring.FindAll(IsLow);
        var scale = (1 - (low.Count * least)) / (length - low.Sum(use => use.Ns));
        return [.. occurring.Select(use => (use.Use, Math.Round((IsLow(use) ? least : use.Ns * scale) * Steps) / Steps))];

        bool IsLow((TimelineUse Use, long Ns) use) => use.Use != TimelineUse.Idle && use.Ns / length < least;
    }
}
