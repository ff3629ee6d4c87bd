using ClusterSim.Core.Input;
using ClusterSim.Sweeps.Tables;

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

        var order = keys.Select(key => second.Plan.Keys.ToList().IndexOf(key)).ToArray();
        var others = new Dictionary<string, Queue<ResultRow>>(StringComparer.Ordinal);
        var left = 0;
        foreach (var row in second.Rows())
        {
            var name = NameOf(order.Select(index => row.Entry.Labels[index]));
            (others.TryGetValue(name, out var rows) ? rows : others[name] = new()).Enqueue(row);
            left++;
        }

        var pairs = new List<PointPair>();
        var alone = 0;
        foreach (var row in first.Rows())
        {
            if (others.TryGetValue(NameOf(row.Entry.Labels), out var rows) && rows.TryDequeue(out var other))
            {
                pairs.Add(new(row, other));
                left--;
            }
            else
            {
                alone++;
            }
        }

        return new(pairs, alone, left, keys);
    }

    /// <summary>The differences for each value of each axis, in the order of the first folder.</summary>
    public IEnumerable<AxisDifference> ByAxis() => Keys.SelectMany((key, index) =>
        Pairs.GroupBy(pair => pair.First.Entry.Labels[index], StringComparer.Ordinal).Select(group => Of(key, group.Key, [.. group])));

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
