using ClusterSim.BrowserTests.Browsers;
using ClusterSim.BrowserTests.Reports;
using Microsoft.Playwright;
using Xunit;

namespace ClusterSim.BrowserTests.Runs;

/// <summary>The page of a run as a whole, however wide the window is, whichever colours the system has, and however many NPUs there are.</summary>
public sealed class RunPageTests(Chromium chromium, RunReports reports)
{
    public static TheoryData<string, ColorScheme, int> Windows() =>
    [
        .. from run in (string[])["eight", "thousand", "training", "stuck"]
           from scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark]
           from width in (int[])[400, 1400]
           select (run, scheme, width),
    ];

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Page_Opened_FitsTheWindowAndIsReadable(string run, ColorScheme scheme, int width)
    {
        await using var page = await chromium.OpenAsync(reports.Of(run), scheme, width);
        await page.KeepScreenshotAsync($"run-{run}-{scheme}-{width}".ToLowerInvariant());

        await page.RequireReadableAsync();
    }

    [Theory]
    [InlineData("eight")]
    [InlineData("thousand")]
    [InlineData("training")]
    public async Task Page_Opened_HasAllParts(string run)
    {
        await using var page = await chromium.OpenAsync(reports.Of(run));

        var titles = await page.Page.Locator("h2").AllTextContentsAsync();

        Assert.Equal(["Summary", "Timeline", "Critical path", "Layers", "Collectives", "Links", "Memory", "Configuration"], titles);
    }

    [Fact]
    public async Task Page_OfAStuckRun_TellsWhoWaitsForWhom()
    {
        await using var page = await chromium.OpenAsync(reports.Stuck);
        var waits = page.Page.Locator("[data-table=waits]");

        Assert.Equal(14, await waits.Locator("tbody tr").CountAsync());
        Assert.StartsWith("npu/0npu/13receive of 4,096 B, tag 17npu/1 has not come to its node 4", await waits.Locator("tbody tr").First.TextContentAsync(), StringComparison.Ordinal);
        Assert.Single(await page.Page.GetByText("The simulation is stuck").AllAsync());
    }

    [Fact]
    public async Task Navigation_InANarrowWindow_ShowsAllSections()
    {
        await using var page = await chromium.OpenAsync(reports.Eight, width: 400);

        var rights = await page.Page.Locator(".page-nav a").EvaluateAllAsync<double[]>("links => links.map(link => link.getBoundingClientRect().right)");

        Assert.Equal(8, rights.Length);
        Assert.All(rights, right => Assert.InRange(right, 0, 400));
    }

    [Fact]
    public async Task Table_InANarrowWindow_KeepsTheNamesInSight()
    {
        await using var page = await chromium.OpenAsync(reports.Eight, width: 400);
        var table = page.Page.Locator("[data-table=layers]");

        await table.Locator(".table-frame").EvaluateAsync("frame => { frame.scrollLeft = frame.scrollWidth; }");

        var left = await table.Locator("tbody th").First.EvaluateAsync<double>("name => name.getBoundingClientRect().left - name.closest('.table-frame').getBoundingClientRect().left");
        Assert.InRange(left, 0, 2);
    }

    [Fact]
    public async Task Navigation_Clicked_LeadsToTheSection()
    {
        await using var page = await chromium.OpenAsync(reports.Eight);

        await page.Page.GetByRole(AriaRole.Navigation).GetByText("Links").ClickAsync();

        var top = await page.Page.EvaluateAsync<double>("document.getElementById('links').getBoundingClientRect().top");
        Assert.InRange(top, 0, 200);
    }

    [Theory]
    [InlineData(ColorScheme.Light, "rgb(251, 251, 250)", "rgb(20, 22, 26)")]
    [InlineData(ColorScheme.Dark, "rgb(20, 22, 26)", "rgb(251, 251, 250)")]
    public async Task Theme_Switched_ChangesColoursAndIsKept(ColorScheme scheme, string before, string after)
    {
        await using var page = await chromium.OpenAsync(reports.Eight, scheme);
        var atFirst = await BackgroundAsync(page);

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Dark theme" }).ClickAsync();
        var switched = await BackgroundAsync(page);
        await page.Page.ReloadAsync();

        Assert.Equal((before, after, after), (atFirst, switched, await BackgroundAsync(page)));
    }

    [Fact]
    public async Task Configuration_Opened_IsCopied()
    {
        await using var page = await chromium.OpenAsync(reports.Eight);

        await page.Page.GetByText("The effective configuration").ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Copied" }).WaitForAsync();

        var copied = await page.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Equal(await page.Page.Locator("#configuration-text").TextContentAsync(), copied);
        Assert.Contains("npus_count", copied, StringComparison.Ordinal);
        Assert.Empty(page.Problems);
    }

    private static Task<string> BackgroundAsync(OpenPage page) => page.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
