using System.Globalization;
using ClusterSim.Sweeps.Comparison;
using ClusterSim.Sweeps.Tables;
using ClusterSim.Workload;

namespace ClusterSim.Cli.Output;

/// <summary>Prints what differs between two sweeps: by point, and by the values of their axes.</summary>
internal static class DifferenceTable
{
    private const int MostRows = 40;

    private static readonly (string Title, string Name, Func<ComparedPoint, decimal?> Of)[] Figures =
    [
        ("wall ns", "wall_ns", point => point.WallNs),
        ("exposed ns", "exposed_ns", point => point.ExposedNs),
    ];

    public static void Write(SweepComparison comparison, Terminal terminal)
    {
        var output = terminal.Output;
        var differing = comparison.Pairs.Where(pair => pair.Differs).ToList();
        output.WriteLine($"{Quantity.Points(comparison.Pairs.Count)} in both, {Quantity.Exact(differing.Count)} of them differ");
        if (comparison.OnlyFirst + comparison.OnlySecond > 0)
        {
            output.WriteLine($"{Quantity.Exact(comparison.OnlyFirst)} only in the first, {Quantity.Exact(comparison.OnlySecond)} only in the second");
        }

        if (differing.Count == 0)
        {
            return;
        }

        output.WriteLine();
        TablePrinter.Print(Points(comparison.Keys, differing.Take(MostRows)), terminal);
        if (differing.Count > MostRows)
        {
            output.WriteLine($"... and {Quantity.Exact(differing.Count - MostRows)} more (--format csv lists all).");
        }

        output.WriteLine();
        TablePrinter.Print(Axes(comparison), terminal);
    }

    public static void WriteCsv(SweepComparison comparison, TextWriter output)
    {
        Column<PointPair>[] columns =
        [
            .. comparison.Keys.Select((key, index) => new Column<PointPair>(key, ColumnType.Text, pair => pair.Labels[index])),
            new("status_1", ColumnType.Text, pair => pair.First.Status),
            new("status_2", ColumnType.Text, pair => pair.Second.Status),
            .. Figures.SelectMany(figure => new Column<PointPair>[]
            {
                new(figure.Name + "_1", ColumnType.Whole, pair => figure.Of(pair.First)),
                new(figure.Name + "_2", ColumnType.Whole, pair => figure.Of(pair.Second)),
            }),
            new("wall_difference_percent", ColumnType.Real, pair => pair.WallPercent is { } percent ? decimal.Round(percent, 6) : null),
            new("differs", ColumnType.Text, pair => pair.Differs ? "true" : "false"),
        ];
        CsvTable.Write(columns, comparison.Pairs, output);
    }

    private static TextTable Points(IReadOnlyList<string> keys, IEnumerable<PointPair> pairs) => new(
        keys.Count,
        [.. AxisTitles.Of(keys), .. Figures.SelectMany(figure => new[] { figure.Title + " 1", figure.Title + " 2" }), "wall difference %"],
        [.. pairs.Select(pair => (IReadOnlyList<string>)
        [
            .. pair.Labels.Select(Printable.Name),
            .. Figures.SelectMany(figure => new[] { Cell(pair.First, figure.Of), Cell(pair.Second, figure.Of) }),
            pair.WallPercent is { } percent ? Signed(percent) : "-",
        ])]);

    private static TextTable Axes(SweepComparison comparison) => new(
        2,
        ["axis", "value", "points", "differ", "mean wall difference %", "largest %"],
        [.. comparison.ByAxis().Select(axis => (IReadOnlyList<string>)
        [
            Printable.Name(axis.Key), Printable.Name(axis.Label), Quantity.Exact(axis.Points), Quantity.Exact(axis.Differing), Signed(axis.MeanPercent), Signed(axis.LargestPercent),
        ])]);

    private static string Cell(ComparedPoint point, Func<ComparedPoint, decimal?> figure) => figure(point) is { } value ? Quantity.Exact(value, 0) : point.Status;

    private static string Signed(decimal percent) => percent.ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);
}
