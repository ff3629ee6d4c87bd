using ClusterSim.Testing;
using ClusterSim.Tracing.Files;
using Parquet.Schema;
using Xunit;

namespace ClusterSim.Tests.Tracing.Files;

public sealed class TableFileTests
{
    private const int RowsOfGroup = 1_000;
    private const long SpareBytes = 100_000;

    private static readonly DataField<long> Number = new("number");

    // Room for no group, for some, for all but the end of the file.
    [Theory]
    [InlineData(0)]
    [InlineData(2_000)]
    [InlineData(9_000)]
    public async Task Write_OnAFullDisk_LeavesAFileThatCanBeRead(long room)
    {
        var disk = new SmallDisk(room);
        using var spare = new SpareRoom(() => disk.Room += SpareBytes);
        var file = await TableFile.CreateAsync(disk, spare, [Number]);
        var numbers = Enumerable.Range(0, 8 * RowsOfGroup).Select(row => unchecked((long)row * row * row * 0x1E3779B97F4A7C15L)).ToArray();
        for (var first = 0; first < numbers.Length; first += RowsOfGroup)
        {
            var rows = numbers.AsMemory(first, RowsOfGroup);
            await file.WriteAsync(RowsOfGroup, group => group.WriteAsync<long>(Number, rows));
        }

        await file.DisposeAsync();

        var read = await ParquetNumbers.ReadAsync(new MemoryStream(disk.ToArray()));
        Assert.NotNull(spare.Failure);
        Assert.InRange(file.Rows, 1, numbers.Length - 1);
        Assert.Equal(numbers[..(int)file.Rows], read["number"]);
    }
}
