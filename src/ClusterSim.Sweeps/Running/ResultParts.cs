namespace ClusterSim.Sweeps.Running;

/// <summary>Splits results that are too large for one message, and puts them together again. Nearly all are one part.</summary>
internal sealed class ResultParts
{
    // At most ten bytes each on the wire, where a message may have 256 KiB.
    public const int ValuesAPart = 8_192;

    private readonly List<int> counts = [];
    private readonly List<long> values = [];
    private int next;

    /// <summary>The parts of a result, in order.</summary>
    /// <param name="result">The result.</param>
    /// <param name="next">What is to be told with the first of them.</param>
    public static IEnumerable<PointFinished> Of(PointResult result, PointStarted? next)
    {
        var entries = result.NpuCounts.Length;
        if (result.Values.Length <= ValuesAPart)
        {
            return [new(result, 0, IsLast: true, next)];
        }

        var columns = result.Values.Length / entries;
        var perPart = Math.Max(1, ValuesAPart / columns);
        var parts = (entries + perPart - 1) / perPart;
        return Enumerable.Range(0, parts).Select(part =>
        {
            var first = part * perPart;
            var end = Math.Min(first + perPart, entries);
            return new PointFinished(
                result with { NpuCounts = result.NpuCounts[first..end], Values = result.Values[(first * columns)..(end * columns)] },
                part,
                part == parts - 1,
                part == 0 ? next : null);
        });
    }

    /// <summary>Takes in a part. The first one begins anew; one that does not follow is dropped, since all come again.</summary>
    /// <returns>The result, once it is whole.</returns>
    public PointResult? Add(PointFinished finished)
    {
        if (finished.Part == 0)
        {
            counts.Clear();
            values.Clear();
            next = 0;
        }

        if (finished.Part != next)
        {
            return null;
        }

        next++;
        counts.AddRange(finished.Result.NpuCounts);
        values.AddRange(finished.Result.Values);
        return finished.IsLast ? finished.Result with { NpuCounts = [.. counts], Values = [.. values] } : null;
    }
}
