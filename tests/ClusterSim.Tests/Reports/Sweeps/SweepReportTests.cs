using System.Text.Json;
using ClusterSim.Core.Input;
using ClusterSim.Reports.Pages;
using ClusterSim.Reports.Sweeps;
using ClusterSim.Tests.Sweeps;
using Xunit;

namespace ClusterSim.Tests.Reports.Sweeps;

public sealed class SweepReportTests
{
    private const string Two = "axes: [ { workload.size: [1KiB, 4KiB] } ]";

    [Fact]
    public void Page_OfAFinishedSweep_HasWhatItCanShow()
    {
        using var folder = new SampleFolder("axes: [ { network.npus_count: [2, 4] }, { workload.size: [1KiB, 4KiB] } ]").WithBase().With(0, 100).With(1, 200).With(2, 300).With(3, 400);

        var page = SweepReport.Of(folder.Folder.Path);

        Assert.Equal(["Summary", "Scaling", "Speed-up and efficiency", "Bandwidth", "Heat map", "All points"], page.Sections.Select(section => section.Title));
        Assert.Empty(page.Notes);
    }

    // 4 KiB that each of 4 NPUs brings into an all-reduce of 1000 ns; the bus carries 2 * 3 / 4 of it.
    [Fact]
    public void Bandwidth_OfOneCollective_IsThatOfNcclTests()
    {
        using var folder = new SampleFolder(Two).WithBase().With(1, 200);

        var columns = ColumnsOf(SweepReport.Of(folder.Folder.Path));

        var algorithm = 4096 / 1000.0 / (1 << 30) * 1e9;
        Assert.Equal(Math.Round(algorithm, 6), columns["algorithm_bandwidth"][1]);
        Assert.Equal(Math.Round(algorithm * 1.5, 6), columns["bus_bandwidth"][1]);
        Assert.Null(columns["bus_bandwidth"][0]);
    }

    [Fact]
    public void Page_OfAHalfDoneSweep_SaysSo()
    {
        using var folder = new SampleFolder(Two).With(0, 100);

        var page = SweepReport.Of(folder.Folder.Path);

        Assert.Equal(["The sweep is not finished: 1 point of 2 have no results. clustersim sweep resume goes on with it."], page.Notes);
    }

    [Fact]
    public void Page_OfASweepWithoutResults_HasNoCharts()
    {
        using var folder = new SampleFolder(Two);

        Assert.Equal(["Summary", "All points"], SweepReport.Of(folder.Folder.Path).Sections.Select(section => section.Title));
    }

    [Fact]
    public void FailedPoints_WithOneReason_AreToldTogetherAsText()
    {
        var failed = SampleFolder.Result(0, [], []) with { Error = "<b>It takes too long.</b>" };
        using var folder = new SampleFolder("axes: [ { workload.size: [1KiB, 4KiB, 8KiB] } ]").With(0, failed).With(2, failed).With(1, 100);

        var page = SweepReport.Of(folder.Folder.Path);

        var section = page.Sections.Single(section => section.Id == "failed");
        Assert.Contains("&lt;b&gt;It takes too long.&lt;/b&gt;</p><p class=\"aside\">2 points: 0, 2</p>", section.Body.Text, StringComparison.Ordinal);
        Assert.Equal(["2 points failed and are missing from all charts. The section Failed points says why."], page.Notes);
    }

    [Fact]
    public void Journal_Damaged_IsReadAsFarAsItIsSound()
    {
        using var folder = new SampleFolder(Two).With(0, 100).With(1, 100);
        var journal = Path.Combine(folder.Folder.Path, "points.journal");
        File.WriteAllBytes(journal, File.ReadAllBytes(journal)[..^3]);

        var notes = SweepReport.Of(folder.Folder.Path).Notes;

        Assert.Contains(notes, note => note.Contains("points.journal are damaged", StringComparison.Ordinal));
    }

    [Fact]
    public void Plan_Damaged_IsSaid()
    {
        using var folder = new SampleFolder(Two).With(0, 100);
        File.WriteAllBytes(Path.Combine(folder.Folder.Path, "plan.bin"), [1, 2, 3]);

        var error = Assert.Throws<InvalidInputException>(() => SweepReport.Of(folder.Folder.Path));

        Assert.Contains("The plan is damaged.", error.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, double?[]> ColumnsOf(Page page)
    {
        using var data = JsonDocument.Parse(page.Data.Single(one => one.Name == "sweep").Json);
        return data.RootElement.GetProperty("columns").EnumerateArray()
            .Where(column => column.TryGetProperty("numbers", out _))
            .ToDictionary(
                column => column.GetProperty("name").GetString()!,
                column => column.GetProperty("numbers").EnumerateArray().Select(cell => cell.ValueKind == JsonValueKind.Null ? (double?)null : cell.GetDouble()).ToArray(),
                StringComparer.Ordinal);
    }
}
