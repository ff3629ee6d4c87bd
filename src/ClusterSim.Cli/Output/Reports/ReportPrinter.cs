using System.Globalization;
using System.Text.Json;
using ClusterSim.Sweeps.Tables;
using ClusterSim.Workload;

namespace ClusterSim.Cli.Output.Reports;

/// <summary>Prints reports as tables, JSON or CSV.</summary>
internal static class ReportPrinter
{
    // A smaller one would be printed as none.
    private const double SmallestShare = 0.0005;

    /// <param name="reports">The reports. CSV has one table, the first.</param>
    /// <param name="format">How to print them.</param>
    /// <param name="terminal">Where to.</param>
    public static void Print(IReadOnlyList<Report> reports, OutputFormat format, Terminal terminal) => format.Write(
        table: () => PrintTables(reports, terminal),
        json: () => WriteJson(reports, terminal.Output),
        csv: () => WriteCsv(reports[0], terminal.Output));

    private static void PrintTables(IReadOnlyList<Report> reports, Terminal terminal)
    {
        foreach (var (place, report) in reports.Where(report => report.IsToldWhenEmpty || report.Rows.Count > 0).Index())
        {
            if (place > 0)
            {
                terminal.Output.WriteLine();
            }

            if (report.Rows.Count == 0)
            {
                terminal.Output.WriteLine($"{report.Name.Replace('_', ' ')}: none");
                continue;
            }

            var shown = report.Rows.Take(report.Shown ?? int.MaxValue).Concat(report.Together is { } together ? [together] : []);
            TablePrinter.Print(
                new TextTable(
                    report.Columns.TakeWhile(column => column.Kind == CellKind.Text).Count(),
                    [.. report.Columns.Select(column => column.Title)],
                    [.. shown.Select(row => report.Columns.Zip(row, (column, cell) => ForPeople(column.Kind, cell)).ToList())]),
                terminal);
            if (report.Rows.Count > report.Shown)
            {
                var csv = place == 0 ? "--format csv" : $"--format csv --table {report.Name}";
                terminal.Output.WriteLine($"{Quantity.Exact(report.Rows.Count - report.Shown.Value)} more; --limit shows more, {csv} or --format json all");
            }
        }
    }

    private static string ForPeople(CellKind kind, object? cell) => (kind, cell) switch
    {
        (_, null) => "-",
        (CellKind.Time, long ns) => Quantity.Exact(ns) + " ns",
        (CellKind.Bytes, long bytes) => Quantity.Exact(bytes) + " B",
        (CellKind.Share, > 0.0 and < SmallestShare) => "<0.1 %",
        (CellKind.Share, double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %",
        (_, long count) => Quantity.Exact(count),
        _ => Printable.Of((string)cell),
    };

    private static void WriteCsv(Report report, TextWriter output)
    {
        output.WriteLine(string.Join(',', report.Columns.Select(column => column.Name)));
        foreach (var row in report.Rows)
        {
            output.WriteLine(string.Join(',', row.Select(ForCsv)));
        }
    }

    private static string ForCsv(object? cell) => cell switch
    {
        null => "",
        string text => CsvTable.Quoted(text),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"A report has a cell of type {cell.GetType()}."),
    };

    private static void WriteJson(IReadOnlyList<Report> reports, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonStyle.Indented))
        {
            ReportJson.Write(reports, json);
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }
}
