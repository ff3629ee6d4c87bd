using ClusterSim.BrowserTests.Browsers;
using ClusterSim.BrowserTests.Reports;
using Microsoft.Playwright;
using Xunit;

namespace ClusterSim.BrowserTests.Runs;

/// <summary>The memory that tensors take over time.</summary>
public sealed class MemoryTests(Chromium chromium, RunReports reports)
{
    [Fact]
    public async Task Chart_PointedAt_TellsWhatIsTaken()
    {
        await using var page = await chromium.OpenAsync(reports.Training);

        await page.Page.Locator("#memory-chart svg").HoverAsync();

        Assert.Matches(@"^[\d.]+ µsnpu/7[\d.]+ MiBLeast of all[\d.]+ MiBMost of all[\d.]+ MiB$", await page.Page.Locator(".tooltip").TextContentAsync());
        Assert.Empty(page.Problems);
    }

    // 12 layers with activations of 4 MiB times the number of the layer and of the NPU.
    [Fact]
    public async Task Chart_ForThoseWhoDoNotSeeIt_SaysThePeak()
    {
        await using var page = await chromium.OpenAsync(reports.Training);

        var alternative = await page.Page.GetByRole(AriaRole.Img, new() { Name = "Memory over time" }).GetAttributeAsync("aria-label");

        Assert.StartsWith("Memory over time. At most 648 MiB on npu/7, at ", alternative, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Timeline_OfNpusThatAccessAMemory_HasALaneForIt()
    {
        await using var page = await chromium.OpenAsync(reports.Training);

        var lanes = await page.Page.GetByRole(AriaRole.List, new() { Name = "Colours of the timeline" }).Locator("li").AllTextContentsAsync();

        Assert.Equal(["Compute", "Communication", "Exposed", "Memory access"], lanes);
    }
}
