using ClusterSim.BrowserTests.Browsers;
using ClusterSim.BrowserTests.Reports;
using Microsoft.Playwright;
using Xunit;

namespace ClusterSim.BrowserTests.Sweeps;

/// <summary>The table of all points: pages, sorting, filters, columns, and its file.</summary>
public sealed class PointTableTests(Chromium chromium, SweepReports reports)
{
    private const string Bandwidths = ",collective_bytes,algorithm_bandwidth,bus_bandwidth";

    [Fact]
    public async Task Pages_TurnedOver_GoThroughAllPoints()
    {
        await using var page = await chromium.OpenAsync(reports.Grid);
        var status = page.Page.Locator("#points").GetByRole(AriaRole.Status);
        var first = await status.TextContentAsync();

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();

        Assert.Equal(("1 to 50 of 220 points", "51 to 100 of 220 points"), (first, await status.TextContentAsync()));
        Assert.Equal("50", await page.Page.Locator("#points tbody th").First.TextContentAsync());
    }

    [Fact]
    public async Task Heading_OfSizes_SortsByWhatTheyStandFor()
    {
        await using var page = await chromium.OpenAsync(reports.Grid);
        var button = page.Page.Locator("#points [data-column='workload.size']");

        await button.ClickAsync();
        var upwards = await FirstAsync(page);
        await button.ClickAsync();

        Assert.Equal(("1KiB", "1MiB"), (upwards, await FirstAsync(page)));
        Assert.Equal("descending", await page.Page.Locator("#points th:has([data-column='workload.size'])").GetAttributeAsync("aria-sort"));
    }

    [Fact]
    public async Task Filters_OfAxesAndText_HoldTogether()
    {
        await using var page = await chromium.OpenAsync(reports.Grid);
        var points = page.Page.Locator("#points");

        await points.GetByLabel("Filter by npus_count").SelectOptionAsync("128");
        await points.GetByRole(AriaRole.Searchbox).FillAsync("switch gather");

        Assert.Equal("1 to 11 of 11 points that match, of 220", await points.GetByRole(AriaRole.Status).TextContentAsync());
        Assert.Equal(11, await points.Locator("tbody tr").CountAsync());
    }

    [Fact]
    public async Task Filter_ThatNothingMatches_SaysSo()
    {
        await using var page = await chromium.OpenAsync(reports.Grid);

        await page.Page.Locator("#points").GetByRole(AriaRole.Searchbox).FillAsync("no such point");

        Assert.Equal("No point matches.", await page.Page.Locator("#points tbody").TextContentAsync());
    }

    [Fact]
    public async Task Columns_Chosen_AreShown()
    {
        await using var page = await chromium.OpenAsync(reports.Grid);
        var points = page.Page.Locator("#points");

        await points.GetByText("Columns", new() { Exact = true }).ClickAsync();
        await points.GetByLabel("digest", new() { Exact = true }).CheckAsync();
        await points.GetByLabel("network.topology", new() { Exact = true }).UncheckAsync();

        var headings = await points.Locator("thead th").AllTextContentsAsync();
        Assert.Contains("digest", headings);
        Assert.DoesNotContain("topology", headings);
    }

    [Fact]
    public async Task Download_OfAllPoints_IsTheTableOfTheSweepWithBandwidths()
    {
        await using var page = await chromium.OpenAsync(reports.Grid);

        var lines = await DownloadAsync(page);

        var expected = SweepReports.TableOf(reports.Grid).TrimEnd('\n').Split('\n');
        Assert.Equal(expected[0] + Bandwidths, lines[0]);
        Assert.Equal(expected.Skip(1), lines.Skip(1).Select(line => string.Join(',', line.Split(',')[..^3])));
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Download_OfPointsWithoutCollectives_IsTheTableOfTheSweep()
    {
        await using var page = await chromium.OpenAsync(reports.Training);

        Assert.Equal(SweepReports.TableOf(reports.Training), string.Join('\n', await DownloadAsync(page)) + "\n");
    }

    [Fact]
    public async Task Download_Filtered_HasOnlyThosePoints()
    {
        await using var page = await chromium.OpenAsync(reports.Failing);
        await page.Page.Locator("#points").GetByLabel("Filter by status").SelectOptionAsync("failed");

        var lines = await DownloadAsync(page);

        var failed = SweepReports.TableOf(reports.Failing).TrimEnd('\n').Split('\n').Where(line => line.Contains(",failed,", StringComparison.Ordinal));
        Assert.Equal(failed.Select(NumberOf), lines.Skip(1).Select(NumberOf));
        Assert.All(lines.Skip(1), line => Assert.Contains("\"It has more than 500 events, which are allowed.\"", line, StringComparison.Ordinal));
    }

    private static string NumberOf(string line) => line.Split(',')[0];

    private static async Task<string> FirstAsync(OpenPage page) => (await page.Page.Locator("#points tbody tr").First.Locator("td").Nth(1).TextContentAsync())!;

    private static async Task<string[]> DownloadAsync(OpenPage page)
    {
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.GetByRole(AriaRole.Button, new() { Name = "Download CSV" }).ClickAsync());
        return (await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken)).TrimEnd('\n').Split('\n');
    }
}
