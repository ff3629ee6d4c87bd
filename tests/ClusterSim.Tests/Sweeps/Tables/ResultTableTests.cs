using ClusterSim.Sweeps.Journal;
using ClusterSim.Sweeps.Tables;
using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.Tests.Sweeps.Tables;

public sealed class ResultTableTests : IDisposable
{
    // Point 0 has three NPUs that are alike and a fourth, with the roofline's first figure; point 1 failed; point 2 is not run.
    private readonly SampleFolder folder = new SampleFolder("axes: [{ network.latency: [1, 2, 3] }, { network.topology: [Switch] }]\nbaseline: { network.latency: 1 }")
        .With(0, SampleFolder.Result(0b10_0000_0111, [3, 1], [100, 40, 100, 12_500, 200, 20, 200, 0]))
        .With(1, SampleFolder.Result(0, [], []) with { Error = "it failed, twice" });

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Csv_OfAFolder_HasARowForEachPointOfThePlan()
    {
        Assert.Equal(
            [
                "point: 0 1 2",
                "network.latency: 1 2 3",
                "network.topology: Switch Switch Switch",
                "status: done failed open",
                "npus: 4 - -",
                "wall_ns_min: 100 - -",
                "wall_ns_mean: 125 - -",
                "wall_ns_max: 200 - -",
                "gpu_ns_max: - - -",
                "compute_bound_percentage_min: 0 - -",
                "compute_bound_percentage_mean: 9.375 - -",
                "compute_bound_percentage_max: 12.5 - -",
                "overhead_percent_min: 10 - -",
                "overhead_percent_mean: 32.5 - -",
                "overhead_percent_max: 40 - -",
                "baseline_ratio: 1 - -",
                "digest: 0000000000000abc - -",
                "node: here here -",
                "error: - it failed, twice -",
            ],
            Columns().Where(column => !IsUninteresting(column)));
    }

    [Fact]
    public async Task Npus_OfAFolder_HasARowForEachNpuOfFinishedPoints()
    {
        using (var journal = PointJournal.Open(folder.Folder.Journal))
        {
            await TableWriter.WriteAsync(folder.Folder, journal);
        }

        await using var file = File.OpenRead(folder.Folder.NpusParquet);
        var columns = (await ParquetCells.ReadAsync(file)).ToList();
        Assert.Contains("point: 0 0 0 0", columns);
        Assert.Contains("npu: 0 1 2 3", columns);
        Assert.Contains("wall_ns: 100 100 100 200", columns);
        Assert.Contains("compute_bound_percentage: 12.5 12.5 12.5 0", columns);
        Assert.Contains("overhead_percent: 40 40 40 10", columns);
        Assert.Contains("gpu_ns: - - - -", columns);
    }

    [Fact]
    public async Task Tables_WrittenInTheFolder_AreWhatItsResultsGive()
    {
        using (var journal = PointJournal.Open(folder.Folder.Journal))
        {
            await TableWriter.WriteAsync(folder.Folder, journal);
        }

        using var results = folder.Results();
        using var csv = new StringWriter();
        results.WriteCsv(csv);
        Assert.Equal(csv.ToString(), await File.ReadAllTextAsync(folder.Folder.ResultsCsv, TestContext.Current.CancellationToken));
        Assert.Empty(Directory.EnumerateFiles(folder.Folder.Path, "*.new"));
    }

    private IEnumerable<string> Columns()
    {
        using var results = folder.Results();
        var rows = results.Rows().Select(row => results.Cells(row).ToArray()).ToList();
        return [.. rows[0].Select((cell, column) => $"{cell.Name}: {string.Join(' ', rows.Select(row => row[column].Value is { } value ? Cell.Text(value) : "-"))}")];
    }

    // Ids follow the program's version; all else that is left out is like what is not.
    private static bool IsUninteresting(string column) =>
        column.Contains("_id:", StringComparison.Ordinal)
        || (column.EndsWith(": - - -", StringComparison.Ordinal) && !column.StartsWith("gpu_ns_max", StringComparison.Ordinal))
        || column.StartsWith("finish", StringComparison.Ordinal) || column.StartsWith("exposed", StringComparison.Ordinal)
        || column.Split(':')[0] is "simulated_ns" or "messages" or "hops" or "events" or "elapsed_s";
}
