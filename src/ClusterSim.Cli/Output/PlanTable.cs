using ClusterSim.Sweeps;
using ClusterSim.Sweeps.Planning;
using ClusterSim.Sweeps.Tables;
using ClusterSim.Workload;

namespace ClusterSim.Cli.Output;

/// <summary>Prints the points of a sweep that were looked at, with what each takes, and why some cannot be simulated.</summary>
internal sealed class PlanTable(Sweep sweep, Terminal terminal)
{
    // More than a person reads; other formats list all.
    private const int MostRows = 1000;
    private const int MostReasons = 100;

    private readonly List<IReadOnlyList<string>> rows = [];

    // Each with the first point that it concerns, and how many others.
    private readonly Dictionary<string, (int First, int Others)> reasons = new(StringComparer.Ordinal);

    /// <param name="points">All of them.</param>
    /// <param name="totals">Counts them as they are taken.</param>
    public void Write(IEnumerable<PlannedPoint> points, PlanTotals totals)
    {
        foreach (var (index, point) in points.Index())
        {
            Keep(index, point);
        }

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
        output.WriteLine(Describe(totals));
        if (totals.Invalid > 0)
        {
            WriteReasons(totals.Invalid);
        }
    }

    /// <summary>What the points of a sweep take together, in words.</summary>
    public static string Describe(PlanTotals totals) =>
        $"together about {Quantity.Rounded(totals.Messages)} messages and {Time(totals.Seconds)} of one core beside the start; " +
        $"at most about {Quantity.RoundedBytes(totals.MostMemoryBytes)} for a point alone";

    private void Keep(int index, PlannedPoint point)
    {
        if (rows.Count < MostRows)
        {
            var estimate = point.Estimate;
            rows.Add(
            [
                Quantity.Exact(index),
                .. point.Labels.Select(Printable.Name),
                estimate is null ? "invalid" : Quantity.Rounded(estimate.Messages),
                estimate is null ? "-" : Quantity.RoundedBytes(estimate.Memory.Bytes),
                estimate is null ? "-" : Time(estimate.Time.TotalSeconds),
            ]);
        }

        foreach (var reason in point.Problems.Select(problem => problem.ToString()))
        {
            if (reasons.TryGetValue(reason, out var before))
            {
                reasons[reason] = before with { Others = before.Others + 1 };
            }
            else if (reasons.Count < MostReasons)
            {
                reasons.Add(reason, (index, 0));
            }
        }
    }

    private void WriteReasons(int invalid)
    {
        terminal.Output.WriteLine();
        foreach (var (reason, (first, others)) in reasons)
        {
            var points = others == 0 ? $"point {first}" : $"point {first} and {Quantity.Exact(others)} more";
            terminal.Output.WriteLine($"{points}: {Printable.Of(reason)}");
        }

        var more = reasons.Count == MostReasons ? " There may be more reasons." : "";
        terminal.Output.WriteLine($"{Quantity.Points(invalid)} cannot be simulated. Mend or exclude them: a sweep with such points is not run.{more}");
    }

    private static string Time(double seconds) => Quantity.RoundedTime((long)(Math.Min(seconds, long.MaxValue / 2e9) * 1e9));
}
