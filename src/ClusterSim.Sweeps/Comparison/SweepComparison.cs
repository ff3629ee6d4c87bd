using ClusterSim.Core.Input;

namespace ClusterSim.Sweeps.Comparison;

/// <summary>What differs between the results of two folders. Points belong together by the values of their axes.</summary>
public sealed class SweepComparison
{
    private SweepComparison(IReadOnlyList<PointPair> pairs, int onlyFirst, int onlySecond, IReadOnlyList<string> keys)
    {
        Pairs = pairs;
        OnlyFirst = onlyFirst;
        OnlySecond = onlySecond;
        Keys = keys;
    }

    /// <summary>The keys that both vary, in the order of the first.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The points that both have, in the order of the first.</summary>
    public IReadOnlyList<PointPair> Pairs { get; }

    /// <summary>How many points only the first folder has.</summary>
    public int OnlyFirst { get; }

    /// <summary>How many points only the second folder has.</summary>
    public int OnlySecond { get; }

    /// <summary>Whether nothing differs.</summary>
    public bool AreEqual => OnlyFirst == 0 && OnlySecond == 0 && !Pairs.Any(pair => pair.Differs);

    /// <exception cref="InvalidInputException">They vary different keys.</exception>
    public static SweepComparison Of(SweepResults first, SweepResults second)
    {
        var keys = first.Plan.Keys;
        if (!keys.Order(StringComparer.Ordinal).SequenceEqual(second.Plan.Keys.Order(StringComparer.Ordinal)))
        {
            throw new InvalidInputException(
                second.Plan.Name,
                $"It varies {string.Join(", ", second.Plan.Keys)}, but {first.Plan.Name} varies {string.Join(", ", keys)}.",
                "Compare sweeps of the same keys.");
        }

        var others = ByLabels(second, keys);
        var left = second.Plan.Count;
        var pairs = new List<PointPair>();
        foreach (var row in first.Rows())
        {
            if (others.TryGetValue(NameOf(row.Entry.Labels), out var same) && same.TryDequeue(out var other))
            {
                pairs.Add(new(row.Entry.Labels, ComparedPoint.Of(row), other));
                left--;
            }
        }

        return new(pairs, first.Plan.Count - pairs.Count, left, keys);
    }

    /// <summary>The differences for each value of each axis, in the order of the first folder.</summary>
    public IEnumerable<AxisDifference> ByAxis() => Keys.SelectMany((key, index) =>
        Pairs.GroupBy(pair => pair.Labels[index], StringComparer.Ordinal).Select(group => Of(key, group.Key, [.. group])));

    // Several points may go by the same labels; then they pair off in the order of their plans.
    private static Dictionary<string, Queue<ComparedPoint>> ByLabels(SweepResults results, IReadOnlyList<string> keys)
    {
        var own = results.Plan.Keys.ToList();
        var order = keys.Select(key => own.IndexOf(key)).ToArray();
        var points = new Dictionary<string, Queue<ComparedPoint>>(results.Plan.Count, StringComparer.Ordinal);
        foreach (var row in results.Rows())
        {
            var name = NameOf(order.Select(index => row.Entry.Labels[index]));
            (points.TryGetValue(name, out var same) ? same : points[name] = new(1)).Enqueue(ComparedPoint.Of(row));
        }

        return points;
    }

    private static AxisDifference Of(string key, string label, PointPair[] pairs)
    {
        var percents = pairs.Select(pair => pair.WallPercent).OfType<decimal>().ToArray();
        return new(
            key,
            label,
            pairs.Length,
            pairs.Count(pair => pair.Differs),
            percents.Length == 0 ? 0 : percents.Average(),
            percents.Length == 0 ? 0 : percents.MaxBy(Math.Abs));
    }

    private static string NameOf(IEnumerable<string> labels) => string.Join('\0', labels);
}
