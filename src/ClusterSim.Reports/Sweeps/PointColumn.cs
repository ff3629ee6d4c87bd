using ClusterSim.Sweeps.Tables;

namespace ClusterSim.Reports.Sweeps;

/// <summary>A column of the points of a sweep, in the order of its plan.</summary>
/// <param name="Name">As the head of results.csv has it.</param>
/// <param name="Unit">What its cells are counted in.</param>
/// <param name="Numbers">Its cells, where they are numbers; null: empty.</param>
/// <param name="Texts">Its cells, where they are text; null: empty.</param>
internal sealed record PointColumn(string Name, PointUnit Unit, IReadOnlyList<double?> Numbers, IReadOnlyList<string?> Texts)
{
    /// <summary>Whether no point has anything there.</summary>
    public bool IsEmpty => Numbers.All(cell => cell is null) && Texts.All(string.IsNullOrEmpty);

    /// <summary>Makes a column of cells: strings, or decimals.</summary>
    public static PointColumn Of(string name, ColumnType type, IReadOnlyList<object?> cells) => type == ColumnType.Text
        ? new(name, PointUnit.Text, [], [.. cells.Select(cell => (string?)cell)])
        : new(name, UnitOf(name), [.. cells.Select(cell => (double?)(decimal?)cell)], []);

    /// <summary>Makes a column of numbers.</summary>
    public static PointColumn Of(string name, PointUnit unit, IReadOnlyList<double?> numbers) => new(name, unit, numbers, []);

    // Names of columns end with their unit, but for what is taken over all NPUs.
    private static PointUnit UnitOf(string name)
    {
        var stem = Spreads.Aggregate(name, (stem, spread) => stem.EndsWith(spread, StringComparison.Ordinal) ? stem[..^spread.Length] : stem);
        return Suffixes.FirstOrDefault(unit => stem.EndsWith(unit.Suffix, StringComparison.Ordinal)).Unit;
    }

    private static readonly string[] Spreads = ["_min", "_mean", "_max"];

    private static readonly (string Suffix, PointUnit Unit)[] Suffixes =
    [
        ("_ns", PointUnit.Time), ("_bytes", PointUnit.Bytes), ("_percent", PointUnit.Percent), ("_percentage", PointUnit.Percent), ("elapsed_s", PointUnit.Seconds),
        ("point", PointUnit.Count), ("npus", PointUnit.Count), ("messages", PointUnit.Count), ("hops", PointUnit.Count), ("events", PointUnit.Count),
        ("", PointUnit.Number),
    ];
}
