using ClusterSim.Sweeps.Definition;

namespace ClusterSim.Reports.Sweeps;

/// <summary>Finds out what the values of an axis are: numbers, amounts of data, NPUs, or names.</summary>
internal static class AxisReader
{
    /// <param name="key">The key.</param>
    /// <param name="title">What people see.</param>
    /// <param name="labels">The label of each point.</param>
    /// <param name="npus">How many NPUs each point has; null: it is not done.</param>
    public static SweepAxis Read(string key, string title, IReadOnlyList<string> labels, IReadOnlyList<int?> npus)
    {
        var distinct = labels.Distinct(StringComparer.Ordinal).ToList();
        var quantities = distinct.ConvertAll(Quantity.Parse);
        var counts = NpusByLabel(labels, npus);
        var kind = quantities.Contains(null) ? AxisKind.Text
            : quantities.Exists(quantity => quantity is { IsSize: true }) ? AxisKind.Size
            : AxisKind.Number;
        var values = kind == AxisKind.Text ? NpusOf(distinct, counts) : quantities.ConvertAll(quantity => (double)quantity!.Value.Value);
        var isNumeric = values.Count > 0;
        int[] order = isNumeric ? [.. Enumerable.Range(0, distinct.Count).OrderBy(index => values[index])] : [.. Enumerable.Range(0, distinct.Count)];
        var places = order.Select((index, place) => (distinct[index], place)).ToDictionary(StringComparer.Ordinal);
        return new()
        {
            Key = key,
            Title = title,
            Kind = isNumeric && kind == AxisKind.Text ? AxisKind.Number : kind,
            IsNpus = isNumeric && kind != AxisKind.Size && AreNpus(distinct.Zip(values), counts),
            Labels = [.. order.Select(index => distinct[index])],
            Values = isNumeric ? [.. order.Select(index => values[index])] : [],
            Codes = [.. labels.Select(label => places[label])],
        };
    }

    // The numbers of NPUs that the finished points of each label have.
    private static Dictionary<string, HashSet<int>> NpusByLabel(IReadOnlyList<string> labels, IReadOnlyList<int?> npus)
    {
        var counts = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        foreach (var (label, count) in labels.Zip(npus))
        {
            if (count is { } known)
            {
                (counts.TryGetValue(label, out var found) ? found : counts[label] = []).Add(known);
            }
        }

        return counts;
    }

    // A network of several dimensions, such as [8, 4], is as good a number as the NPUs that it makes, if these tell its values apart.
    private static List<double> NpusOf(List<string> distinct, Dictionary<string, HashSet<int>> counts)
    {
        var values = distinct.Where(label => counts.TryGetValue(label, out var found) && found.Count == 1).Select(label => (double)counts[label].Single()).ToList();
        return distinct.Count > 1 && values.Distinct().Count() == distinct.Count ? values : [];
    }

    private static bool AreNpus(IEnumerable<(string Label, double Value)> values, Dictionary<string, HashSet<int>> counts) =>
        counts.Count > 1 && values.All(label => !counts.TryGetValue(label.Label, out var found) || found.All(count => label.Value.Equals(count)));
}
