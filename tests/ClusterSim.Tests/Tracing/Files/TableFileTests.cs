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
        using var spare = new SpareRoom(SpareBytes, () => disk.Room += SpareBytes);
        var file = await TableFile.CreateAsync(disk, spare, [Number], yieldsSpareRoom: true);
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

    // Of 5 MiB, 4 are left for the ends of files.
    [Theory]
    [InlineData(false, 100, 100)]
    [InlineData(false, 200, 120)]
    [InlineData(true, 100, 1)]
    public async Task Write_OnceTheDiskIsFull_TakesOfTheSpareRoomWhatIsLeftForIt(bool yields, int groups, int most)
    {
        const int Spare = 5 << 20;
        var disk = new SmallDisk(0);
        using var spare = new SpareRoom(Spare, () => disk.Room += Spare);
        var file = await TableFile.CreateAsync(disk, spare, [Number], yields);
        var numbers = Enumerable.Range(0, RowsOfGroup).Select(row => unchecked((long)row * row * row * 0x1E3779B97F4A7C15L)).ToArray();
        for (var group = 0; group < groups; group++)
        {
            await file.WriteAsync(RowsOfGroup, writer => writer.WriteAsync<long>(Number, numbers.AsMemory()));
        }

        await file.DisposeAsync();

        var read = await ParquetNumbers.ReadAsync(new MemoryStream(disk.ToArray()));
        Assert.Equal(file.Rows, read.Rows);
        Assert.Equal(file.Rows / RowsOfGroup, file.End!.GroupEnds.Count);
        Assert.True(most == groups || yields ? file.Rows == most * RowsOfGroup : file.Rows > most * RowsOfGroup && file.Rows < groups * RowsOfGroup);
    }
}
