using ClusterSim.Sweeps;
using ClusterSim.Sweeps.Planning;
using ClusterSim.Sweeps.Tables;

namespace ClusterSim.Cli.Output;

/// <summary>Prints the points of a sweep that were looked at, with what each takes, for programs. Holds one point at a time.</summary>
internal static class PlanRows
{
    public static void WriteCsv(Sweep sweep, IEnumerable<PlannedPoint> points, TextWriter output) => CsvTable.Write(Columns(sweep), points.Index(), output);

    public static void WriteJson(Sweep sweep, IEnumerable<PlannedPoint> points, TextWriter output)
    {
        var columns = Columns(sweep);
        output.Write("[");
        foreach (var row in points.Index())
        {
            output.Write((row.Index == 0 ? "\n  " : ",\n  ") + JsonLine.Of(columns.Select(column => (column.Name, column.Of(row)))));
        }

        output.WriteLine("\n]");
    }

    private static Column<(int Index, PlannedPoint Item)>[] Columns(Sweep sweep) =>
    [
        new("point", ColumnType.Whole, row => (decimal)row.Index),
        .. sweep.Keys.Select((key, axis) => new Column<(int Index, PlannedPoint Item)>(key, ColumnType.Text, row => row.Item.Labels[axis])),
        new("messages", ColumnType.Whole, row => (decimal?)row.Item.Estimate?.Messages),
        new("memory_bytes", ColumnType.Whole, row => (decimal?)row.Item.Estimate?.Memory.Bytes),
        new("time_s", ColumnType.Real, row => row.Item.Estimate is { } estimate ? Math.Round((decimal)estimate.Time.TotalSeconds, 3) : null),
        new("problems", ColumnType.Text, row => row.Item.Problems.Count == 0 ? null : string.Join(' ', row.Item.Problems)),
    ];
}
