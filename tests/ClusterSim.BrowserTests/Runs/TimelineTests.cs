using ClusterSim.BrowserTests.Browsers;
using ClusterSim.BrowserTests.Reports;
using Microsoft.Playwright;
using Xunit;

namespace ClusterSim.BrowserTests.Runs;

/// <summary>What the timeline shows and tells.</summary>
public sealed class TimelineTests(Chromium chromium, RunReports reports)
{
    [Fact]
    public async Task Pointer_OnANode_TellsOfIt()
    {
        await using var page = await chromium.OpenAsync(reports.Eight);

        await Timeline.PointAsync(page, 0.006, 10);

        var tooltip = await page.Page.Locator(".tooltip").TextContentAsync();
        Assert.Equal("conv1_fwdNPUnpu/0LaneComputeStart0 nsEnd13.00 msDuration13.00 ms (13,003,000 ns)", tooltip);
    }

    [Fact]
    public async Task Pointer_OnTheCriticalPath_TellsOfIt()
    {
        await using var page = await chromium.OpenAsync(reports.Eight);

        await Timeline.PointAsync(page, 0.1, -10);

        Assert.StartsWith("Critical pathSpent oncomputeWherenpu/0", await page.Page.Locator(".tooltip").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Node_Clicked_StaysTold()
    {
        await using var page = await chromium.OpenAsync(reports.Eight);
        await Timeline.PointAsync(page, 0.006, 10);

        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.UpAsync();
        await page.Page.Mouse.MoveAsync(5, 5);

        Assert.True(await page.Page.Locator(".tooltip").IsHiddenAsync());
        Assert.StartsWith("conv1_fwd · NPU: npu/0 · ", await page.Page.Locator("#timeline-details").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_WithShift_StepFromNodeToNode()
    {
        await using var page = await chromium.OpenAsync(reports.Eight);
        await page.Page.Locator(".timeline-scroll").FocusAsync();

        await page.Page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Page.Keyboard.PressAsync("Shift+ArrowDown");

        Assert.StartsWith("conv1_fwd · NPU: npu/1 · ", await page.Page.Locator("#timeline-details").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Timeline_Drawn_HasTheColoursOfTheTheme()
    {
        await using var page = await chromium.OpenAsync(reports.Eight);
        var light = await page.RunAsync<int[]>("painted.js");

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Dark theme" }).ClickAsync();
        await page.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        var dark = await page.RunAsync<int[]>("painted.js");

        Assert.All([.. light, .. dark], pixels => Assert.True(pixels > 100, $"{pixels} pixels"));
    }

    [Fact]
    public async Task Npus_Chosen_AreShownAlone()
    {
        await using var page = await chromium.OpenAsync(reports.Thousand);
        var field = page.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Which NPUs are shown" });

        await field.FillAsync("3, 1000-1003");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "A lane for each thing" }).ClickAsync();
        await Timeline.PointAsync(page, 0.5, 58 + 28);

        Assert.StartsWith("all_reduceNPUnpu/1000LaneCommunication", await page.Page.Locator(".tooltip").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal("false", await field.GetAttributeAsync("aria-invalid"));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("5000")]
    public async Task Npus_ThatThereAreNot_AreSaidToBeWrong(string npus)
    {
        await using var page = await chromium.OpenAsync(reports.Thousand);
        var field = page.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Which NPUs are shown" });

        await field.FillAsync(npus);

        Assert.Equal("true", await field.GetAttributeAsync("aria-invalid"));
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Rows_MoreThanFit_AreScrolledTo()
    {
        await using var page = await chromium.OpenAsync(reports.Thousand);

        await page.Page.Locator(".timeline-scroll").EvaluateAsync("element => { element.scrollTop = element.scrollHeight; }");
        await Timeline.PointAsync(page, 0.5, 618);

        Assert.StartsWith("npu/1023 at ", await page.Page.Locator(".tooltip").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pointer_OnWhatNeverEnded_TellsOfIt()
    {
        await using var page = await chromium.OpenAsync(reports.Stuck);

        await Timeline.PointAsync(page, 0.99, 5 + 16 + 7);

        Assert.StartsWith("receive of 4,096 B, tag 17, never endedNPUnpu/0LaneCommunication", await page.Page.Locator(".tooltip").TextContentAsync(), StringComparison.Ordinal);
        Assert.Contains("Never ended", await page.Page.Locator("#timeline .legend").AllTextContentsAsync().ContinueWith(texts => string.Concat(texts.Result), TaskScheduler.Default), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Npus_SummedUp_TellShares()
    {
        await using var page = await chromium.OpenAsync(reports.Crowded);

        await page.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Which NPUs are shown" }).FillAsync("63");
        await Timeline.PointAsync(page, 0.1, 10);

        Assert.Matches("^npu/63From.*Compute100.0 %Communication0.00 %Exposed0.00 %$", await page.Page.Locator(".tooltip").TextContentAsync());
        Assert.Contains("NPUs are summed up", await page.Page.Locator("#timeline .lead").TextContentAsync(), StringComparison.Ordinal);
        Assert.Empty(page.Problems);
    }
}
