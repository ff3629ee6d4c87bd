using System.Globalization;
using ClusterSim.Hosting.Results;

namespace ClusterSim.Cli.Output;

/// <summary>The NPUs of a result, each in a row, or where there are too many for that, their least, mean and greatest.</summary>
internal static class NpuTable
{
    private const int MostRows = 16;

    public static TextTable Of(IReadOnlyList<NpuResult> npus)
    {
        var columns = NpuColumn.All
            .Where(column => !column.IsOptional || npus.Any(npu => column.Of(npu) > 0))
            .ToList();
        var rows = npus.Count <= MostRows ? RowEach(npus, columns) : Summary(npus, columns);
        return new TextTable(1, ["NPU", .. columns.Select(column => column.Title)], [.. rows]);
    }

    private static IEnumerable<IReadOnlyList<string>> RowEach(IReadOnlyList<NpuResult> npus, List<NpuColumn> columns) =>
        npus.Select(npu => Row(npu.Npu.ToString(CultureInfo.InvariantCulture), columns, column => column.Of(npu)));

    private static IEnumerable<IReadOnlyList<string>> Summary(IReadOnlyList<NpuResult> npus, List<NpuColumn> columns) =>
    [
        Row("least", columns, column => npus.Min(column.Of)),
        Row("mean", columns, column => npus.Average(column.Of)),
        Row("greatest", columns, column => npus.Max(column.Of)),
    ];

    private static IReadOnlyList<string> Row(string name, List<NpuColumn> columns, Func<NpuColumn, decimal> value) =>
        [name, .. columns.Select(column => column.Text(value(column)))];
}
