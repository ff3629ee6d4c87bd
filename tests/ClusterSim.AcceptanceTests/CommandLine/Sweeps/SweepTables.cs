using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.AcceptanceTests.CommandLine.Sweeps;

/// <summary>Compares what sweeps have written.</summary>
internal static class SweepTables
{
    /// <summary>The tables of two folders are the same but for times and nodes.</summary>
    public static async Task AssertEqualAsync(string expected, string actual)
    {
        Assert.Equal(await CellsAsync(expected), await CellsAsync(actual));
        Assert.Equal(File.ReadAllBytes(Path.Combine(expected, "npus.parquet")), File.ReadAllBytes(Path.Combine(actual, "npus.parquet")));
        Assert.Equal(CsvWithoutTimes(expected), CsvWithoutTimes(actual));
    }

    /// <summary>The nodes that ran the points of a folder, each once.</summary>
    public static IReadOnlyList<string> Nodes(string folder)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, "results.csv"));
        var column = Array.IndexOf(lines[0].Split(','), "node");
        return [.. lines.Skip(1).Select(line => line.Split(',')[column]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static string CsvWithoutTimes(string folder)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, "results.csv"));
        var heads = lines[0].Split(',').ToList();
        var (elapsed, node) = (heads.IndexOf("elapsed_s"), heads.IndexOf("node"));
        return string.Join('\n', lines.Select(line => string.Join(',', line.Split(',').Where((_, index) => index != elapsed && index != node))));
    }

    private static async Task<IEnumerable<string>> CellsAsync(string folder)
    {
        await using var file = File.OpenRead(Path.Combine(folder, "results.parquet"));
        var columns = await ParquetCells.ReadAsync(file);
        return columns.Where(column => !column.StartsWith("elapsed_s:", StringComparison.Ordinal) && !column.StartsWith("node:", StringComparison.Ordinal));
    }
}
