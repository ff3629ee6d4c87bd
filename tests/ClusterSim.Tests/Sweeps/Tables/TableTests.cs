using ClusterSim.Sweeps.Tables;
using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.Tests.Sweeps.Tables;

public sealed class TableTests
{
    private static readonly Column<int>[] Columns =
    [
        new("number", ColumnType.Whole, row => (decimal)row),
        new("half", ColumnType.Real, row => row % 3 == 0 ? null : row / 2m),
        new("label", ColumnType.Real, row => $"{row}.5"),
        new("text", ColumnType.Text, row => row % 2 == 0 ? null : "a \"quoted\", text\nü"),
    ];

    [Fact]
    public void Csv_CellsWithSpecialCharacters_AreQuoted()
    {
        using var text = new StringWriter();

        CsvTable.Write(Columns, [0, 1], text);

        Assert.Equal("number,half,label,text\n0,,0.5,\n1,0.5,1.5,\"a \"\"quoted\"\", text\nü\"\n", text.ToString());
    }

    [Fact]
    public async Task Parquet_ReadBack_HasTypesAndCells()
    {
        using var stream = new MemoryStream();
        await ParquetTable.WriteAsync(Columns, Enumerable.Range(0, 3), stream);

        Assert.Equal(
            ["number: 0 1 2", "half: - 0.5 1", "label: 0.5 1.5 2.5", "text: - a \"quoted\", text\nü -"],
            await ParquetCells.ReadAsync(new MemoryStream(stream.ToArray())));
    }

    [Fact]
    public async Task Parquet_OfTheSameRows_IsTheSameBytes()
    {
        using var first = new MemoryStream();
        using var second = new MemoryStream();

        await ParquetTable.WriteAsync(Columns, Enumerable.Range(0, 50_000), first);
        await ParquetTable.WriteAsync(Columns, Enumerable.Range(0, 50_000), second);

        Assert.Equal(first.ToArray(), second.ToArray());
    }

    [Fact]
    public void Spread_OfEntriesForSeveralNpus_WeighsEachByItsNpus()
    {
        Assert.Equal(new Spread(10, 25, 40), Spread.Of([10m, 40m], [3, 3]));
        Assert.Equal(new Spread(10, 17.5m, 40), Spread.Of([10m, 40m], [3, 1]));
        Assert.Equal(1.333333m, Spread.Of([1m, 2m], [2, 1]).Mean);
    }

    [Fact]
    public void NpuColumns_KeepTheirPlaces()
    {
        // The journal tells figures by these places: new ones go to the end.
        Assert.Equal(
            "finish_ns exposed_ns wall_ns gpu_ns cpu_ns comm_ns remote_mem_ns overlap_ns hidden_comm_ns compute_bound_percentage "
            + "average_compute_utilization average_memory_utilization average_operation_intensity peak_memory_bytes",
            string.Join(' ', NpuColumns.All.Select(column => column.Name)));
    }
}
