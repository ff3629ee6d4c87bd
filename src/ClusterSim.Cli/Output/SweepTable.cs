using ClusterSim.Sweeps;
using ClusterSim.Sweeps.Tables;
using ClusterSim.Workload;

namespace ClusterSim.Cli.Output;

/// <summary>Prints the points of a sweep with their main figures.</summary>
internal static class SweepTable
{
    // What fits a screen; the files have the rest.
    private const int MostRows = 40;
    private const int MostErrors = 8;
    private const int PercentDecimals = 3;

    // Of the slowest NPU, like the summary of a single run.
    private static readonly (string Title, int Decimals, Func<ResultRow, decimal?> Of)[] Figures =
    [
        ("wall ns", 0, row => row.Figures?.Of(NpuColumns.Wall)?.Max),
        ("compute ns", 0, row => row.Figures?.Of(NpuColumns.Compute)?.Max),
        ("communication ns", 0, row => row.Figures?.Of(NpuColumns.Communication)?.Max),
        ("exposed ns", 0, row => row.Figures?.Of(NpuColumns.Exposed)?.Max),
        ("overhead %", PercentDecimals, row => row.Figures?.Overhead()?.Max),
    ];

    private static readonly (string Title, int Decimals, Func<ResultRow, decimal?> Of) Ratio = ("wall / baseline", PercentDecimals, row => row.BaselineRatio);

    public static void Write(SweepResults results, SweepSummary summary, string folder, Terminal terminal)
    {
        var output = terminal.Output;
        output.WriteLine($"{Printable.Of(results.Plan.Name)}: {Describe(summary)}");
        output.WriteLine();
        var rows = results.Rows().Take(MostRows).ToList();
        TablePrinter.Print(Of(results.Plan.Keys, rows), terminal);
        if (summary.Total > rows.Count)
        {
            output.WriteLine($"... and {Quantity.Exact(summary.Total - rows.Count)} more.");
        }

        WriteErrors(results, summary.Failed, output);
        output.WriteLine();
        output.WriteLine($"All figures: {Printable.Of(Path.Combine(folder, "results.csv"))}, results.parquet and npus.parquet");
    }

    /// <summary>Names failed points with their errors.</summary>
    public static void WriteErrors(SweepResults results, int failed, TextWriter output)
    {
        if (failed == 0)
        {
            return;
        }

        output.WriteLine();
        foreach (var row in results.Rows().Where(row => row.Result?.Error is not null).Take(MostErrors))
        {
            output.WriteLine($"point {row.Point} ({Labels(results.Plan.Keys, row)}) failed: {Printable.Of(row.Result!.Error!)}");
        }

        if (failed > MostErrors)
        {
            output.WriteLine($"And {Quantity.Exact(failed - MostErrors)} more failed; results.csv has their errors.");
        }
    }

    private static string Describe(SweepSummary summary)
    {
        var before = summary.Before > 0 ? $", {Quantity.Exact(summary.Before)} of them before" : "";
        var failed = summary.Failed > 0 ? $", {Quantity.Exact(summary.Failed)} failed" : "";
        return $"{Quantity.Points(summary.Total)}, {Quantity.Exact(summary.Done)} done{failed}{before}";
    }

    private static TextTable Of(IReadOnlyList<string> keys, List<ResultRow> rows)
    {
        var figures = rows.Exists(row => row.BaselineRatio is not null) ? [.. Figures, Ratio] : Figures;
        return new TextTable(
            keys.Count,
            [.. AxisTitles.Of(keys), .. figures.Select(figure => figure.Title)],
            [.. rows.Select(row => (IReadOnlyList<string>)[.. row.Entry.Labels.Select(Printable.Name), .. Cells(row, figures)])]);
    }

    private static IEnumerable<string> Cells(ResultRow row, (string Title, int Decimals, Func<ResultRow, decimal?> Of)[] figures) =>
        figures.Select((figure, index) => row.Done is null && index == 0
            ? row.Status
            : figure.Of(row) is { } value ? Quantity.Exact(value, figure.Decimals) : "-");

    private static string Labels(IReadOnlyList<string> keys, ResultRow row) =>
        string.Join(", ", keys.Zip(row.Entry.Labels, (key, label) => $"{Printable.Name(key)} {Printable.Name(label)}"));
}
