using ClusterSim.BrowserTests.Browsers;
using ClusterSim.BrowserTests.Reports;
using Microsoft.Playwright;
using Xunit;

namespace ClusterSim.BrowserTests.Sweeps;

/// <summary>The page of a sweep as a whole, however wide the window is, whichever colours the system has, and whatever was varied.</summary>
public sealed class SweepPageTests(Chromium chromium, SweepReports reports)
{
    public static TheoryData<string, ColorScheme, int> Windows() =>
    [
        .. from sweep in (string[])["grid", "training", "names", "failing"]
           from scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark]
           from width in (int[])[400, 1400]
           select (sweep, scheme, width),
    ];

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Page_Opened_FitsTheWindowAndIsReadable(string sweep, ColorScheme scheme, int width)
    {
        await using var page = await chromium.OpenAsync(reports.Of(sweep), scheme, width);
        await page.KeepScreenshotAsync($"sweep-{sweep}-{scheme}-{width}".ToLowerInvariant());

        await page.RequireReadableAsync();
    }

    [Theory]
    [InlineData("grid", "Summary,Scaling,Speed-up and efficiency,Bandwidth,Heat map,All points")]
    [InlineData("training", "Summary,Scaling,Speed-up and efficiency,All points")]
    [InlineData("names", "Summary,Scaling,Bandwidth,Heat map,All points")]
    [InlineData("failing", "Summary,Scaling,Speed-up and efficiency,Bandwidth,Heat map,Failed points,All points")]
    public async Task Page_Opened_HasThePartsThatTheSweepHas(string sweep, string expected)
    {
        await using var page = await chromium.OpenAsync(reports.Of(sweep));

        Assert.Equal(expected.Split(','), await page.Page.Locator("h2").AllTextContentsAsync());
    }

    [Fact]
    public async Task FailedPoints_OfOneReason_AreTold()
    {
        await using var page = await chromium.OpenAsync(reports.Failing);

        Assert.Contains("It has more than 500 events, which are allowed.", await page.Page.Locator("#failed").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("failed and are missing from all charts", await page.Page.Locator(".notes").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Theme_Switched_ChangesColoursOfCurves()
    {
        await using var page = await chromium.OpenAsync(reports.Grid);
        var before = await ColourAsync(page);

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Dark theme" }).ClickAsync();

        Assert.Equal(("rgb(31, 111, 178)", "rgb(90, 167, 232)"), (before, await ColourAsync(page)));
    }

    private static Task<string> ColourAsync(OpenPage page) => page.Page.Locator("#scaling-view .chart .curve").First.EvaluateAsync<string>("curve => getComputedStyle(curve).stroke");
}
