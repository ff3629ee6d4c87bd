using ClusterSim.BrowserTests.Browsers;
using ClusterSim.Testing;
using ClusterSim.Testing.Watching;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace ClusterSim.BrowserTests.Watching;

/// <summary>The live page of the program, in a browser.</summary>
public sealed class WatchPageTests(Chromium chromium) : IDisposable
{
    private static readonly float BoundMs = (float)ClusterSimProgram.Bound.TotalMilliseconds;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(ColorScheme.Light, 400)]
    [InlineData(ColorScheme.Light, 1400)]
    [InlineData(ColorScheme.Dark, 400)]
    [InlineData(ColorScheme.Dark, 1400)]
    public async Task Page_OfARun_ShowsHowItGoesInAnyWindow(ColorScheme scheme, int width)
    {
        folder.Write("all-to-all.yaml", WatchedRuns.Endless);
        using var watched = await WatchedProgram.StartAsync(folder.FullPath, "run", "--watch", "all-to-all.yaml");
        await using var page = await chromium.OpenAsync(watched.Url, scheme, width);
        await Expect(page.Page.Locator(".curve-line")).ToBeVisibleAsync(new() { Timeout = BoundMs });
        await page.KeepScreenshotAsync($"watch-run-{scheme}-{width}".ToLowerInvariant());

        var title = await page.Page.Locator("h1").TextContentAsync();
        var figures = await page.Page.Locator(".figure dt").AllTextContentsAsync();

        Assert.Equal("all-to-all", title);
        Assert.Equal(["Simulated time", "Events a second", "NPUs finished", "Links in use", "Cores in use"], figures);
        await Expect(page.Page.Locator("#state")).ToHaveTextAsync("running");
        await Expect(page.Page.Locator(".figure").Nth(3)).ToContainTextAsync("of 512");
        await page.RequireReadableAsync();
    }

    [Fact]
    public async Task Page_OfARunThatEnds_SaysWhatItCameToAndStays()
    {
        folder.Write("all-to-all.yaml", WatchedRuns.Short);
        using var watched = await WatchedProgram.StartAsync(folder.FullPath, "run", "--watch", "all-to-all.yaml", "--partitions", "1");
        await using var page = await chromium.OpenAsync(watched.Url);

        await Expect(page.Page.Locator("#outcome")).ToContainTextAsync("The run has ended: ", new() { Timeout = BoundMs });

        Assert.Equal(0, watched.Program.WaitForEnd(ClusterSimProgram.Bound).ExitCode);
        await page.KeepScreenshotAsync("watch-ended");
        await Expect(page.Page.Locator("#state")).ToHaveTextAsync("ended");
        await Expect(page.Page.Locator("#connection")).ToBeHiddenAsync();
        await page.RequireReadableAsync();
    }

    [Fact]
    public async Task Page_OfAProgramThatIsKilled_SaysThatTheConnectionIsLost()
    {
        folder.Write("all-to-all.yaml", WatchedRuns.Endless);
        using var watched = await WatchedProgram.StartAsync(folder.FullPath, "run", "--watch", "all-to-all.yaml");
        await using var page = await chromium.OpenAsync(watched.Url);
        await Expect(page.Page.Locator("#live")).ToBeVisibleAsync();

        watched.Program.Kill();

        await Expect(page.Page.Locator("#connection")).ToContainTextAsync("The connection to the program is lost, and it did not say that it has ended. The figures are those of ");
        await page.KeepScreenshotAsync("watch-lost");
        await Expect(page.Page.Locator("#state")).ToHaveTextAsync("no connection");
        await Expect(page.Page.Locator("#outcome")).ToBeHiddenAsync();
        await Expect(page.Page.Locator("h1")).ToHaveTextAsync("all-to-all");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 400)]
    [InlineData(ColorScheme.Dark, 1400)]
    public async Task Page_OfASweep_ShowsNodesAndTheReasonOfAFailure(ColorScheme scheme, int width)
    {
        folder.Write("repeats.yaml", WatchedRuns.Sweep);
        using var watched = await WatchedProgram.StartAsync(folder.FullPath, "sweep", "--watch", "repeats.yaml", "--jobs", "1");
        await using var page = await chromium.OpenAsync(watched.Url, scheme, width);
        await Expect(page.Page.Locator("#nodes-table tbody")).ToContainTextAsync("point 1", new() { Timeout = BoundMs });
        await page.KeepScreenshotAsync($"watch-sweep-{scheme}-{width}".ToLowerInvariant());

        await Expect(page.Page.Locator("#outcome")).ToHaveTextAsync("The sweep has ended: 3 points, 2 done, 1 failed.", new() { Timeout = BoundMs });

        await page.KeepScreenshotAsync($"watch-sweep-ended-{scheme}-{width}".ToLowerInvariant());
        var failure = page.Page.Locator(".failure");
        await Expect(failure.Locator("header")).ToContainTextAsync("Point 1workload.repeat=100000on ");
        await Expect(failure.Locator("p")).ToHaveTextAsync("It has more than 50,000,000 events, which are allowed.");
        await page.RequireReadableAsync();
    }
}
