using System.Text.Json;
using System.Text.Json.Nodes;
using ClusterSim.Core.Collectives;
using ClusterSim.Reports.Pages;
using ClusterSim.Reports.Runs;
using ClusterSim.Testing.Simulations;
using ClusterSim.Tests.Inspection;
using Parquet;
using Parquet.Schema;
using Xunit;

namespace ClusterSim.Tests.Reports.Runs;

public sealed class RunReportTests
{
    [Fact]
    public async Task Page_OfARun_AgreesWithItsResult()
    {
        using var run = await RingAsync();

        var page = await RunReport.OfAsync(run.Trace.Folder);

        var npus = RowsOf(page, "npus");
        Assert.Equal(run.Result.Npus.Select(npu => npu.Wall.Ns), npus.Select(row => row[1].GetInt64()));
        Assert.Equal(run.Result.Npus.Select(npu => npu.Exposed.Ns), npus.Select(row => row[5].GetInt64()));
        Assert.Equal(run.Result.Collectives.Sum(collective => collective.Duration.Ns), RowsOf(page, "collectives").Sum(row => row[6].GetInt64()));
        Assert.Empty(page.Notes);
    }

    [Fact]
    public async Task CriticalPath_AsAStrip_EndsWhenTheRunEnds()
    {
        using var run = await RingAsync();

        var page = await RunReport.OfAsync(run.Trace.Folder);

        using var path = JsonDocument.Parse(page.Data.Single(data => data.Name == "path").Json);
        var lengths = path.RootElement.GetProperty("segments").EnumerateArray().Select(number => number.GetInt64()).Chunk(3).Sum(segment => segment[0]);
        Assert.Equal(run.Result.End.Ns, lengths);
    }

    // On each NPU compute hides a part of communication that takes longer.
    [Fact]
    public async Task Layers_OfCommunication_SayWhatNoComputeHides()
    {
        var graph = new TestGraph();
        graph.Compute(2);
        graph.Collective(CollectiveKind.AllReduce, 4_000);
        using var run = await InspectedRun.OfAsync(TestExperiment.On("Ring", 4).Executing(graph.Build()));

        var page = await RunReport.OfAsync(run.Trace.Folder);

        var layer = RowsOf(page, "layers").Single(row => row[1].GetString() == "collective");
        Assert.Equal(run.Result.Npus.Sum(npu => npu.Communication.Ns - npu.HiddenCommunication.Ns), layer[5].GetInt64());
        Assert.Equal(run.Result.Npus.Sum(npu => npu.Communication.Ns), layer[4].GetInt64());
    }

    [Theory]
    [InlineData("links.parquet", "links")]
    [InlineData("nodes.parquet", "timeline,critical-path,layers")]
    [InlineData("messages.parquet", "critical-path")]
    [InlineData("actors.parquet", "critical-path")]
    [InlineData("run.json", "summary,critical-path")]
    public async Task Page_OfADamagedTrace_HasWhatCanBeReadAndSaysWhatIsMissing(string file, string missing)
    {
        using var run = await RingAsync();
        var path = Path.Combine(run.Trace.Folder, file);
        await File.WriteAllBytesAsync(path, (await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken))[..20], TestContext.Current.CancellationToken);

        var page = await RunReport.OfAsync(run.Trace.Folder);

        Assert.Equal(missing.Split(','), page.Sections.Where(section => section.Body.Text.Contains("class=\"missing\"", StringComparison.Ordinal)).Select(section => section.Id));
        Assert.Contains(page.Notes, note => note.Contains(file, StringComparison.Ordinal) && note.Contains("cut off", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_OfARunWhoseTraceFilledTheDisk_SaysWhatIsMissingAndWhy()
    {
        using var run = await RingAsync();
        await EmptyAsync(Path.Combine(run.Trace.Folder, "nodes.parquet"));
        await EmptyAsync(Path.Combine(run.Trace.Folder, "links.parquet"));
        var facts = Path.Combine(run.Trace.Folder, "run.json");
        var json = JsonNode.Parse(await File.ReadAllTextAsync(facts, TestContext.Current.CancellationToken))!;
        json["trace"]!["complete"] = false;
        json["trace"]!["missing_because"] = "No space left on device";
        await File.WriteAllTextAsync(facts, json.ToJsonString(), TestContext.Current.CancellationToken);

        var page = await RunReport.OfAsync(run.Trace.Folder);

        var missing = page.Sections.Where(section => section.Body.Text.Contains("class=\"missing\"", StringComparison.Ordinal)).ToList();
        Assert.Equal(["timeline", "critical-path", "layers", "links"], missing.Select(section => section.Id));
        Assert.All(missing, section => Assert.Contains("No space left on device", section.Body.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lead_WhereNpusFinishAtTheSameTime_SaysSo()
    {
        using var alike = await RingAsync();
        using var one = await InspectedRun.OfAsync(TestExperiment.On("Ring", 4).Executing(npu =>
        {
            var graph = new TestGraph();
            graph.Compute(1 + npu);
            return graph.Build();
        }));

        var ofAlike = await RunReport.OfAsync(alike.Trace.Folder);
        var ofOne = await RunReport.OfAsync(one.Trace.Folder);

        Assert.Equal("Figures of npu/0, one of 4 NPUs that finished last, at the same time.", ofAlike.Sections[0].Lead);
        Assert.Contains("one of the 4 last nodes, which ended at the same time", ofAlike.Sections[2].Lead, StringComparison.Ordinal);
        Assert.Equal("Figures of npu/3, which finished last.", ofOne.Sections[0].Lead);
        Assert.Contains("on npu/3, the last node:", ofOne.Sections[2].Lead, StringComparison.Ordinal);
    }

    // A table that is closed before its first rows.
    private static async Task EmptyAsync(string path)
    {
        await using var file = File.Create(path);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(new DataField<long>("any")), file);
    }

    private static Task<InspectedRun> RingAsync()
    {
        var graph = new TestGraph();
        graph.Collective(CollectiveKind.AllReduce, 4_000);
        return InspectedRun.OfAsync(TestExperiment.On("Ring", 4).Executing(graph.Build()));
    }

    private static List<JsonElement> RowsOf(Page page, string table)
    {
        using var json = JsonDocument.Parse(page.Data.Single(data => data.Name == table).Json);
        return [.. json.RootElement.GetProperty("rows").Clone().EnumerateArray()];
    }
}
