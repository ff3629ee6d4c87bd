using ClusterSim.Reports.Sweeps;

namespace ClusterSim.Tests.Reports.Sweeps;

/// <summary>Points of a sweep that never was: all combinations of some values, each with its wall and compute time.</summary>
internal static class SamplePoints
{
    /// <summary>All combinations of the values of some axes.</summary>
    public static SweepPoints Of(Func<string[], double?> wall, params (string Key, string[] Values)[] axes) => Of(wall, _ => 0, axes);

    /// <summary>All combinations of the values of some axes.</summary>
    public static SweepPoints Of(Func<string[], double?> wall, Func<string[], double?> compute, params (string Key, string[] Values)[] axes)
    {
        IEnumerable<string[]> combinations = [[]];
        foreach (var (_, values) in axes)
        {
            combinations = combinations.SelectMany(before => values.Select(value => (string[])[.. before, value]));
        }

        return OfLabels([.. combinations], wall, compute, [.. axes.Select(axis => axis.Key)]);
    }

    /// <summary>Points with certain labels.</summary>
    public static SweepPoints OfLabels(string[][] labels, Func<string[], double?> wall, Func<string[], double?> compute, params string[] keys)
    {
        var npus = labels.Select(label => keys.Index().Where(key => key.Item.EndsWith("npus_count", StringComparison.Ordinal)).Select(key => NpusOf(label[key.Index])).FirstOrDefault()).ToList();
        return new SweepPoints
        {
            Name = "sample",
            Version = "1.0",
            IsRunning = false,
            Notes = [],
            Count = labels.Length,
            Statuses = [.. labels.Select(label => wall(label) is null ? "open" : "done")],
            Axes = [.. keys.Select((key, index) => AxisReader.Read(key, key, [.. labels.Select(label => label[index])], npus))],
            Columns =
            [
                PointColumn.Of("wall_ns_max", PointUnit.Time, [.. labels.Select(wall)]),
                PointColumn.Of("gpu_ns_mean", PointUnit.Time, [.. labels.Select(compute)]),
            ],
        };
    }

    // [8, 4] are 32.
    private static int? NpusOf(string label) => label.Trim('[', ']').Split(", ").Aggregate(1, (product, part) => product * int.Parse(part, System.Globalization.CultureInfo.InvariantCulture));
}
