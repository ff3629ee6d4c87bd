using ClusterSim.BrowserTests.Browsers;
using ClusterSim.BrowserTests.Reports;
using Microsoft.Playwright;
using Xunit;

namespace ClusterSim.BrowserTests.Runs;

/// <summary>Tables that people sort and filter.</summary>
public sealed class TableTests(Chromium chromium, RunReports reports)
{
    [Fact]
    public async Task Heading_ClickedTwice_SortsBothWays()
    {
        await using var page = await chromium.OpenAsync(reports.Eight);
        var table = page.Page.Locator("[data-table=layers]");
        var heading = table.GetByRole(AriaRole.Columnheader, new() { Name = "Node" });

        await heading.GetByRole(AriaRole.Button).ClickAsync();
        var upwards = (await heading.GetAttributeAsync("aria-sort"), await table.Locator("tbody th").First.TextContentAsync());
        await heading.GetByRole(AriaRole.Button).ClickAsync();
        var downwards = (await heading.GetAttributeAsync("aria-sort"), await table.Locator("tbody th").First.TextContentAsync());

        Assert.Equal((("ascending", "conv1_allreduce"), ("descending", "layer_512_3_conv3_fwd")), (upwards, downwards));
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Figures_Sorted_AreInOrderWhateverTheirUnits()
    {
        await using var page = await chromium.OpenAsync(reports.Eight);
        var table = page.Page.Locator("[data-table=collectives]");

        await table.GetByRole(AriaRole.Button, new() { Name = "Show all 54" }).ClickAsync();
        await table.GetByRole(AriaRole.Columnheader, new() { Name = "Size" }).GetByRole(AriaRole.Button).ClickAsync();

        var sizes = await table.Locator("tbody tr").EvaluateAllAsync<long[]>(
            "rows => rows.map(row => Number([...row.cells].find(cell => cell.title.endsWith('bytes')).title.replace(/\\D/g, '')))");
        Assert.Equal(54, sizes.Length);
        Assert.Equal(sizes.OrderDescending(), sizes);
    }

    [Fact]
    public async Task Filter_TypedInto_LeavesWhatMatches()
    {
        await using var page = await chromium.OpenAsync(reports.Eight);
        var table = page.Page.Locator("[data-table=layers]");

        await table.GetByRole(AriaRole.Searchbox).FillAsync("FC1000");

        Assert.All(await table.Locator("tbody th").AllTextContentsAsync(), name => Assert.StartsWith("fc1000", name, StringComparison.Ordinal));
        Assert.Equal("4 of 216 rows match.", await table.GetByRole(AriaRole.Status).TextContentAsync());
    }

    [Fact]
    public async Task Filter_ThatNothingMatches_SaysSo()
    {
        await using var page = await chromium.OpenAsync(reports.Eight);
        var table = page.Page.Locator("[data-table=links]");

        await table.GetByRole(AriaRole.Searchbox).FillAsync("no such link");

        Assert.Equal("Nothing matches.", await table.Locator("tbody").TextContentAsync());
    }

    [Fact]
    public async Task Links_MoreThanAreShown_AreSummedUp()
    {
        await using var page = await chromium.OpenAsync(reports.Thousand);
        var table = page.Page.Locator("[data-table=links]");

        await table.GetByRole(AriaRole.Button, new() { Name = "Show all 300" }).ClickAsync();

        Assert.Equal(300, await table.Locator("tbody tr").CountAsync());
        Assert.StartsWith("1,748 further", await table.Locator("tfoot").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Npus_Opened_AreATable()
    {
        await using var page = await chromium.OpenAsync(reports.Thousand);

        await page.Page.GetByText("Figures of each NPU as a table").ClickAsync();
        await page.Page.Locator("[data-table=npus]").GetByRole(AriaRole.Searchbox).FillAsync("npu/102");

        Assert.Equal("5 of 1,024 rows match.", await page.Page.Locator("[data-table=npus]").GetByRole(AriaRole.Status).TextContentAsync());
    }
}
