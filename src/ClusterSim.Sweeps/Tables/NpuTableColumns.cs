using ClusterSim.Sweeps.Journal;

namespace ClusterSim.Sweeps.Tables;

/// <summary>The columns of the table of NPUs.</summary>
internal static class NpuTableColumns
{
    public static IReadOnlyList<Column<NpuRow>> Of(PlanHeader plan) =>
    [
        new("point", ColumnType.Whole, row => (decimal)row.Point.Point),
        .. plan.Keys.Select((key, index) => new Column<NpuRow>(
            key, plan.AreNumbers[index] ? ColumnType.Real : ColumnType.Text, row => row.Point.Entry.Labels[index])),
        new("npu", ColumnType.Whole, row => (decimal)row.Npu),
        .. NpuColumns.All.Select((column, index) => new Column<NpuRow>(
            column.Name, column.Scale == 1 ? ColumnType.Whole : ColumnType.Real, row => row.Point.Figures?.At(row.Entry, index))),
        new("overhead_percent", ColumnType.Real, row => row.Point.Figures?.Overhead(row.Entry)),
        new("config_id", ColumnType.Text, row => row.Point.Entry.Configuration.ToString()),
    ];
}
