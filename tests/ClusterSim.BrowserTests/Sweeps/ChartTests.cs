using ClusterSim.BrowserTests.Browsers;
using ClusterSim.BrowserTests.Reports;
using Microsoft.Playwright;
using Xunit;

namespace ClusterSim.BrowserTests.Sweeps;

/// <summary>Charts of a sweep: what people choose, and what is then drawn.</summary>
public sealed class ChartTests(Chromium chromium, SweepReports reports)
{
    [Fact]
    public async Task Scaling_AtFirst_RunsAlongTheAxisOfMostNumbers()
    {
        await using var page = await chromium.OpenAsync(reports.Grid);

        Assert.Equal("Wall time by size, for each npus_count", await TitleAsync(page, "scaling"));
        Assert.Equal(["npus_count 8", "npus_count 16", "npus_count 32", "npus_count 64", "npus_count 128"], await LegendAsync(page, "scaling"));
        Assert.Equal(5, await page.Page.Locator("#scaling-view .chart .curve").CountAsync());
    }

    [Fact]
    public async Task Scaling_OtherAxesChosen_DrawsThose()
    {
        await using var page = await chromium.OpenAsync(reports.Grid);
        var scaling = page.Page.Locator("#scaling");

        await scaling.GetByLabel("Along", new() { Exact = true }).SelectOptionAsync("npus_count");
        await scaling.GetByLabel("Curves", new() { Exact = true }).SelectOptionAsync("topology");
        await scaling.GetByLabel("Figure", new() { Exact = true }).SelectOptionAsync("Messages");
        await scaling.GetByLabel("size", new() { Exact = true }).SelectOptionAsync("1MiB");

        Assert.Equal("Messages by npus_count, for each topology", await TitleAsync(page, "scaling"));
        Assert.Equal(["topology Ring", "topology Switchsame as topology Ring"], await LegendAsync(page, "scaling"));
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task Scaling_AxisOfTheCurvesChosenToRunAlong_GivesTheCurvesAnother()
    {
        await using var page = await chromium.OpenAsync(reports.Grid);

        await page.Page.Locator("#scaling").GetByLabel("Along", new() { Exact = true }).SelectOptionAsync("npus_count");

        Assert.Equal("Wall time by npus_count, for each topology", await TitleAsync(page, "scaling"));
    }

    [Fact]
    public async Task Curves_OnTopOfOneAnother_AreAllSeenAndSaidToBeTheSame()
    {
        await using var page = await chromium.OpenAsync(reports.Alike);

        Assert.Equal(["latency 500", "latency 501same as latency 500", "latency 502same as latency 500"], await LegendAsync(page, "scaling"));
        Assert.Equal(["none", "6px, 12px", "6px, 12px"], await DashesAsync(page, "strokeDasharray"));
        Assert.Equal(["0px", "-6px", "-12px"], await DashesAsync(page, "strokeDashoffset"));
    }

    private static Task<string[]> DashesAsync(OpenPage page, string property) =>
        page.Page.Locator("#scaling-view .chart .curve").EvaluateAllAsync<string[]>($"curves => curves.map(curve => getComputedStyle(curve).{property})");

    [Fact]
    public async Task Switch_OfALogarithmicAxis_MovesThePoints()
    {
        await using var page = await chromium.OpenAsync(reports.Grid);
        var curve = page.Page.Locator("#scaling-view .chart .curve").First;
        var button = page.Page.Locator("#scaling").GetByRole(AriaRole.Button, new() { Name = "Log x" });
        var (before, pressed) = (await curve.GetAttributeAsync("d"), await button.GetAttributeAsync("aria-pressed"));

        await button.ClickAsync();

        Assert.Equal(("true", "false"), (pressed, await button.GetAttributeAsync("aria-pressed")));
        Assert.NotEqual(before, await curve.GetAttributeAsync("d"));
    }

    // Time that does not change is ideal where each brings the same work, and useless where the work stays the same: 8 NPUs instead of 2 do it in 1.002 of the time.
    [Theory]
    [InlineData("Weak", "3.99×", "99.75 %")]
    [InlineData("Strong", "0.9975×", "24.94 %")]
    public async Task SpeedUp_OfWeakAndStrongScaling_IsAsDefined(string kind, string speedUp, string efficiency)
    {
        await using var page = await chromium.OpenAsync(reports.Training);
        await page.Page.Locator("#speed-up").GetByLabel("Scaling", new() { Exact = true }).SelectOptionAsync(kind);

        await page.Page.Locator("#speed-up-view .chart").First.FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowLeft");

        var told = await page.Page.Locator(".tooltip").InnerTextAsync();
        Assert.Contains($"Speed-up\n{speedUp}\nEfficiency\n{efficiency}\n", told.Replace("\t", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bandwidth_OfAPoint_IsThatOfTheTable()
    {
        await using var page = await chromium.OpenAsync(reports.Grid);

        await page.Page.Locator("#bandwidth-view .chart").First.FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowRight");

        var told = await page.Page.Locator(".tooltip").InnerTextAsync();
        var point = await page.Page.EvaluateAsync<string>("ClusterSim.units.text('rate', ClusterSim.sweep.columnOf('bus_bandwidth').at(Number(document.querySelector('.tooltip dd:last-child').textContent)))");
        Assert.Contains(point, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Axes_ThatVaryTogether_AreNotOfferedBesideEachOther()
    {
        await using var page = await chromium.OpenAsync(reports.Training);

        Assert.Equal(["Along", "Figure"], await page.Page.Locator("#scaling .control > span").AllTextContentsAsync());
    }

    [Fact]
    public async Task Names_AlongTheAxis_AreBars()
    {
        await using var page = await chromium.OpenAsync(reports.Names);

        Assert.Equal("Wall time by topology, for each backend", await TitleAsync(page, "scaling"));
        Assert.Equal(0, await page.Page.Locator("#scaling-view .chart .curve").CountAsync());
        Assert.Equal(["Ring", "Switch", "FullyConnected"], await page.Page.Locator("#scaling-view .chart text[text-anchor=middle]:not(.axis-title)").AllTextContentsAsync());
    }

    [Fact]
    public async Task HeatMap_OtherAxesChosen_HasACellForEachPair()
    {
        await using var page = await chromium.OpenAsync(reports.Grid);
        var heat = page.Page.Locator("#heat-map");

        await heat.GetByLabel("Columns", new() { Exact = true }).SelectOptionAsync("topology");
        await heat.GetByLabel("Rows", new() { Exact = true }).SelectOptionAsync("size");

        Assert.Equal(22, await heat.Locator(".heat-cell").CountAsync());
        Assert.Equal("Wall time by topology and size", await TitleAsync(page, "heat-map"));
    }

    [Fact]
    public async Task HeatMap_OfFailedPoints_LeavesTheirCellsEmpty()
    {
        await using var page = await chromium.OpenAsync(reports.Failing);

        var failed = await page.Page.EvaluateAsync<int>("ClusterSim.sweep.all.filter(point => ClusterSim.sweep.columnOf('status').at(point) === 'failed').length");

        Assert.True(failed > 0);
        Assert.Equal(failed, await page.Page.Locator(".heat-absent[title$=failed]").CountAsync());
    }

    private static async Task<string> TitleAsync(OpenPage page, string section) => (await page.Page.Locator($"#{section}-view .chart-title").First.TextContentAsync())!;

    private static Task<IReadOnlyList<string>> LegendAsync(OpenPage page, string section) => page.Page.Locator($"#{section}-view .legend li").AllTextContentsAsync();
}
