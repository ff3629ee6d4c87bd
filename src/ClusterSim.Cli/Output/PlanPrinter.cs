using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ClusterSim.Hosting.Estimates;
using ClusterSim.Sweeps;
using ClusterSim.Sweeps.Planning;
using ClusterSim.Workload;

namespace ClusterSim.Cli.Output;

/// <summary>Prints the points of a sweep that were looked at, with what each takes.</summary>
internal sealed class PlanPrinter(Sweep sweep, Terminal terminal)
{
    // More than a person reads; other formats list all.
    private const int MostRows = 1000;

    private readonly List<IReadOnlyList<string>> rows = [];
    private readonly List<string> reasons = [];
    private double messages;
    private double seconds;
    private long memory;
    private int invalid;
    private int point;

    /// <returns>How many points cannot be simulated.</returns>
    public int Write(IEnumerable<PlannedPoint> points, OutputFormat format)
    {
        if (format == OutputFormat.Csv)
        {
            terminal.Output.WriteLine(string.Join(',', [.. sweep.Keys.Prepend("point").Select(Quoted), "messages", "memory_bytes", "time_s", "problems"]));
        }
        else if (format == OutputFormat.Json)
        {
            terminal.Output.Write("[");
        }

        foreach (var planned in points)
        {
            Count(planned);
            WriteOne(planned, format);
            point++;
        }

        if (format == OutputFormat.Json)
        {
            terminal.Output.WriteLine("\n]");
        }
        else if (format == OutputFormat.Table)
        {
            WriteTable();
        }

        return invalid;
    }

    private void Count(PlannedPoint planned)
    {
        invalid += planned.Problems.Count > 0 ? 1 : 0;
        if (planned.Estimate is { } estimate)
        {
            messages += estimate.Messages;
            seconds += (estimate.Time - RunEstimator.TimeToStart).TotalSeconds;
            memory = Math.Max(memory, estimate.Memory.Bytes);
        }
    }

    private void WriteOne(PlannedPoint planned, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Csv:
                terminal.Output.WriteLine(string.Join(',', Values(planned).Select(cell => Quoted(cell.Value))));
                break;
            case OutputFormat.Json:
                var pairs = Values(planned).Where(cell => cell.Value.Length > 0).Select(cell => $"\"{Encoded(cell.Name)}\": {(cell.IsNumber ? cell.Value : $"\"{Encoded(cell.Value)}\"")}");
                terminal.Output.Write($"{(point == 0 ? "\n" : ",\n")}  {{ {string.Join(", ", pairs)} }}");
                break;
            default:
                Keep(planned);
                break;
        }
    }

    private void Keep(PlannedPoint planned)
    {
        if (rows.Count < MostRows)
        {
            var estimate = planned.Estimate;
            rows.Add(
            [
                Quantity.Exact(point),
                .. planned.Labels.Select(Printable.Name),
                estimate is null ? "invalid" : Quantity.Rounded(estimate.Messages),
                estimate is null ? "-" : Quantity.RoundedBytes(estimate.Memory.Bytes),
                estimate is null ? "-" : Time(estimate.Time.TotalSeconds),
            ]);
        }

        foreach (var problem in planned.Problems)
        {
            reasons.Add($"point {point}: {Printable.Of(problem.ToString())}");
        }
    }

    private void WriteTable()
    {
        var output = terminal.Output;
        var excluded = sweep.Excluded > 0 ? $", {Quantity.Exact(sweep.Excluded)} more are excluded" : "";
        output.WriteLine($"{Printable.Of(sweep.Name)}: {Quantity.Points(sweep.Count)}{excluded}");
        output.WriteLine();
        TablePrinter.Print(new TextTable(1 + sweep.Keys.Count, ["point", .. AxisTitles.Of(sweep.Keys), "messages", "memory", "time"], rows), terminal);
        if (sweep.Count > rows.Count)
        {
            output.WriteLine($"... and {Quantity.Exact(sweep.Count - rows.Count)} more (--format csv lists all).");
        }

        output.WriteLine();
        output.WriteLine(
            $"together about {Quantity.Rounded(messages)} messages and {Time(seconds)} of one core beside the start; at most about {Quantity.RoundedBytes(memory)} for a point alone");
        if (invalid > 0)
        {
            output.WriteLine();
            foreach (var reason in reasons.Take(MostRows))
            {
                output.WriteLine(reason);
            }

            output.WriteLine($"{Quantity.Points(invalid)} cannot be simulated. Mend or exclude them: a sweep with such points is not run.");
        }
    }

    private IEnumerable<(string Name, string Value, bool IsNumber)> Values(PlannedPoint planned) =>
    [
        ("point", point.ToString(CultureInfo.InvariantCulture), true),
        .. sweep.Keys.Zip(planned.Labels, (key, label) => (key, label, false)),
        ("messages", planned.Estimate?.Messages.ToString(CultureInfo.InvariantCulture) ?? "", true),
        ("memory_bytes", planned.Estimate?.Memory.Bytes.ToString(CultureInfo.InvariantCulture) ?? "", true),
        ("time_s", planned.Estimate?.Time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) ?? "", true),
        ("problems", string.Join(' ', planned.Problems), false),
    ];

    private static string Time(double seconds) => Quantity.RoundedTime((long)(Math.Min(seconds, long.MaxValue / 2e9) * 1e9));

    private static string Encoded(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\n\r") >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
