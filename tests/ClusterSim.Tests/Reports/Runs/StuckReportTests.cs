using System.Text.Json;
using ClusterSim.Core.Collectives;
using ClusterSim.Reports.Images.Runs;
using ClusterSim.Reports.Pages;
using ClusterSim.Reports.Runs;
using ClusterSim.Testing.Simulations;
using ClusterSim.Tests.Inspection;
using Xunit;

namespace ClusterSim.Tests.Reports.Runs;

/// <summary>Reports of a run in which, after a collective, the first two of three NPUs receive from each other before they send.</summary>
public sealed class StuckReportTests
{
    [Fact]
    public async Task Page_OfAStuckRun_SaysOnceWhyAndWhoWaitsForWhom()
    {
        using var run = await StuckAsync();

        var page = await RunReport.OfAsync(run.Trace.Folder);

        Assert.Equal("failure", page.Sections[0].Id);
        Assert.Single(page.Sections, section => section.Body.Text.Contains("The simulation is stuck: 2 of 3 NPUs cannot finish", StringComparison.Ordinal));
        Assert.Contains("npu/0 → npu/1 → npu/0", page.Sections[0].Body.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Notes, note => note.Contains("stuck", StringComparison.Ordinal));
        Assert.Equal([("npu/0", "npu/1"), ("npu/1", "npu/0")], RowsOf(page, "waits").Select(row => (row[0].GetString(), row[1].GetString())));
        Assert.NotEmpty(RowsOf(page, "last-messages"));
    }

    [Fact]
    public async Task Page_OfAStuckRun_HasAllPartsAndNoneIsBlank()
    {
        using var run = await StuckAsync();

        var page = await RunReport.OfAsync(run.Trace.Folder);

        Assert.Equal(["failure", "timeline", "critical-path", "layers", "collectives", "links", "memory"], page.Sections.Select(section => section.Id));
        Assert.Contains("before the run failed", page.Sections[2].Lead, StringComparison.Ordinal);
        Assert.All(page.Sections, section => Assert.NotEmpty(section.Body.Text));
    }

    [Fact]
    public async Task Timeline_OfAStuckRun_DrawsWhatNeverEndedUpToItsEnd()
    {
        using var run = await StuckAsync();

        var page = await RunReport.OfAsync(run.Trace.Folder);

        using var timeline = JsonDocument.Parse(page.Data.Single(data => data.Name == "timeline").Json);
        var end = timeline.RootElement.GetProperty("end").GetInt64();
        var names = timeline.RootElement.GetProperty("names");
        var rows = timeline.RootElement.GetProperty("rows").EnumerateArray().ToList();
        var last = (await run.Trace.ReadNodesAsync()).Where(node => node.Npu == 0).Max(node => node.EndNs);
        var open = rows[0].GetProperty("open")[1].EnumerateArray().Select(number => number.GetInt64()).ToList();
        Assert.Equal([last, end - last], open.Take(2));
        Assert.Equal("receive of 4,096 B, tag 17, never ended", names[(int)open[2]].GetString());
        Assert.Equal(end, rows[0].GetProperty("finish").GetInt64());
        Assert.False(rows[2].TryGetProperty("open", out _));
    }

    [Fact]
    public async Task Images_OfAStuckRun_AreAllThere()
    {
        using var run = await StuckAsync();

        var (images, notes) = await RunImages.OfAsync(run.Trace.Folder);
        var page = await RunReport.OfAsync(run.Trace.Folder);

        Assert.Equal(["timeline", "breakdown", "critical-path", "links"], images.Select(image => image.Name));
        Assert.Equal(page.Notes, notes);
        Assert.Contains(images[0].Plot.Legend.ManualItems, item => item.LabelText.Contains("never came", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Images_OfARunThatFailedAtOnce_SayWhyTheyShowNothing()
    {
        using var run = await InspectedRun.OfFailingAsync(TestExperiment.On("Ring", 2).Executing(npu =>
        {
            var graph = new TestGraph();
            graph.Receive(1 - npu, 4096, 17);
            return graph.Build();
        }));

        var (images, _) = await RunImages.OfAsync(run.Trace.Folder);

        Assert.Equal(["timeline", "breakdown", "critical-path", "links"], images.Select(image => image.Name));
        Assert.All(images, image => Assert.NotEmpty(image.ToPng()));
    }

    private static Task<InspectedRun> StuckAsync() => InspectedRun.OfFailingAsync(TestExperiment.On("Ring", 3).Executing(npu =>
    {
        var graph = new TestGraph();
        var reduced = graph.Collective(CollectiveKind.AllReduce, 4_000, after: graph.Compute(2));
        if (npu < 2)
        {
            graph.Send(1 - npu, 4096, 17, graph.Receive(1 - npu, 4096, 17, reduced));
        }

        return graph.Build();
    }));

    private static List<JsonElement> RowsOf(Page page, string table)
    {
        using var json = JsonDocument.Parse(page.Data.Single(data => data.Name == table).Json);
        return [.. json.RootElement.GetProperty("rows").Clone().EnumerateArray()];
    }
}
