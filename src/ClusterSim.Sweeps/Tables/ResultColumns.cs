using System.Globalization;
using ClusterSim.Sweeps.Journal;

namespace ClusterSim.Sweeps.Tables;

/// <summary>The columns of the table of points: its schema, equal in CSV and Parquet.</summary>
internal static class ResultColumns
{
    public static IReadOnlyList<Column<ResultRow>> Of(PlanHeader plan) =>
    [
        new("point", ColumnType.Whole, row => (decimal)row.Point),
        .. plan.Keys.Select((key, index) => new Column<ResultRow>(
            key, plan.AreNumbers[index] ? ColumnType.Real : ColumnType.Text, row => row.Entry.Labels[index])),
        new("status", ColumnType.Text, row => row.Status),
        new("npus", ColumnType.Whole, row => (decimal?)row.Done?.Npus),
        .. NpuColumns.All.SelectMany((column, index) => SpreadOf(column.Name, TypeOf(column), row => row.Figures?.Of(index))),
        .. SpreadOf("overhead_percent", ColumnType.Real, row => row.Figures?.Overhead()),
        new("baseline_ratio", ColumnType.Real, row => row.BaselineRatio),
        new("simulated_ns", ColumnType.Whole, row => (decimal?)row.Done?.SimulatedNs),
        new("messages", ColumnType.Whole, row => (decimal?)row.Done?.Messages),
        new("hops", ColumnType.Whole, row => (decimal?)row.Done?.Hops),
        new("events", ColumnType.Whole, row => (decimal?)row.Done?.Events),
        new("digest", ColumnType.Text, row => row.Done?.Digest.ToString("x16", CultureInfo.InvariantCulture)),
        new("elapsed_s", ColumnType.Real, row => (decimal?)row.Result?.ElapsedSeconds),
        new("node", ColumnType.Text, row => row.Result?.Node),
        new("config_id", ColumnType.Text, row => row.Entry.Configuration.ToString()),
        new("run_id", ColumnType.Text, row => row.Entry.Run.ToString()),
        new("error", ColumnType.Text, row => row.Result?.Error),
    ];

    private static ColumnType TypeOf(NpuColumn column) => column.Scale == 1 ? ColumnType.Whole : ColumnType.Real;

    private static IEnumerable<Column<ResultRow>> SpreadOf(string name, ColumnType type, Func<ResultRow, Spread?> spread) =>
    [
        new(name + "_min", type, row => spread(row)?.Min),
        new(name + "_mean", ColumnType.Real, row => spread(row)?.Mean),
        new(name + "_max", type, row => spread(row)?.Max),
    ];
}
