using ClusterSim.BrowserTests.Browsers;
using ClusterSim.BrowserTests.Reports;
using Microsoft.Playwright;
using Xunit;

namespace ClusterSim.BrowserTests.Runs;

/// <summary>What moves the timeline: buttons, keys, the wheel, the pointer.</summary>
public sealed class TimelineMoveTests(Chromium chromium, RunReports reports)
{
    private const double EndNs = 1_098_621_886;

    [Theory]
    [InlineData("Zoom in", 0.25, 0.75)]
    [InlineData("Zoom in,Zoom out", 0, 1)]
    [InlineData("Zoom in,Earlier", 0.125, 0.625)]
    [InlineData("Zoom in,Zoom in,Later", 0.4375, 0.6875)]
    [InlineData("Zoom in,Show the whole run", 0, 1)]
    public async Task Buttons_Clicked_MoveIt(string buttons, double from, double to)
    {
        await using var page = await chromium.OpenAsync(reports.Eight);

        foreach (var button in buttons.Split(','))
        {
            await page.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        }

        await Timeline.ShowsAsync(page, from * EndNs, to * EndNs);
        Assert.Empty(page.Problems);
    }

    [Theory]
    [InlineData("+", 0.25, 0.75)]
    [InlineData("+ ArrowRight", 0.3, 0.8)]
    [InlineData("+ ArrowLeft", 0.2, 0.7)]
    [InlineData("+ + -", 0.25, 0.75)]
    [InlineData("+ Home", 0, 0.5)]
    [InlineData("+ End", 0.5, 1)]
    [InlineData("+ + 0", 0, 1)]
    public async Task Keys_Pressed_MoveIt(string keys, double from, double to)
    {
        await using var page = await chromium.OpenAsync(reports.Eight);

        await page.Page.Locator(".timeline-scroll").FocusAsync();
        foreach (var key in keys.Split(' '))
        {
            await page.Page.Keyboard.PressAsync(key);
        }

        await Timeline.ShowsAsync(page, from * EndNs, to * EndNs);
    }

    [Fact]
    public async Task Wheel_WithControl_ZoomsAroundThePointer()
    {
        await using var page = await chromium.OpenAsync(reports.Eight);
        await Timeline.PointAsync(page, 0, 30);

        await page.Page.Keyboard.DownAsync("Control");
        await page.Page.Mouse.WheelAsync(0, -120);

        await page.Page.WaitForFunctionAsync($"Number(document.querySelector('.timeline-frame').dataset.to) < {EndNs}");
        Assert.Equal(0, (await Timeline.RangeAsync(page)).From, EndNs / 1000);
    }

    [Fact]
    public async Task Wheel_Alone_ScrollsThePage()
    {
        await using var page = await chromium.OpenAsync(reports.Eight);
        await Timeline.PointAsync(page, 0.5, 30);

        await page.Page.Mouse.WheelAsync(0, 200);

        await page.Page.WaitForFunctionAsync("scrollY > 100");
        Assert.Equal((0, EndNs), await Timeline.RangeAsync(page));
    }

    [Fact]
    public async Task Pointer_Dragged_MovesIt()
    {
        await using var page = await chromium.OpenAsync(reports.Eight);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).ClickAsync();
        await Timeline.PointAsync(page, 0.5, 30);

        await page.Page.Mouse.DownAsync();
        await Timeline.PointAsync(page, 0.3, 30);
        await page.Page.Mouse.UpAsync();

        await Timeline.ShowsAsync(page, 0.35 * EndNs, 0.85 * EndNs);
    }

    [Fact]
    public async Task Node_DoubleClicked_FillsTheTimeline()
    {
        await using var page = await chromium.OpenAsync(reports.Eight);
        var (x, y) = await Timeline.PlaceAsync(page, 0.006, 10);

        await page.Page.Mouse.DblClickAsync(x, y);

        await Timeline.ShowsAsync(page, 0, 15_603_600);
    }
}
