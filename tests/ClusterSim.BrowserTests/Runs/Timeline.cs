using ClusterSim.BrowserTests.Browsers;
using Xunit;

namespace ClusterSim.BrowserTests.Runs;

/// <summary>The timeline of a page that is open.</summary>
internal static class Timeline
{
    /// <summary>Which part of the run it shows, in nanoseconds.</summary>
    public static async Task<(double From, double To)> RangeAsync(OpenPage page)
    {
        var range = await page.Page.Locator(".timeline-frame").EvaluateAsync<double[]>("frame => [Number(frame.dataset.from), Number(frame.dataset.to)]");
        return (range[0], range[1]);
    }

    /// <summary>It comes to show a part of the run; what is drawn follows what is clicked by a frame.</summary>
    public static async Task ShowsAsync(OpenPage page, double fromNs, double toNs)
    {
        try
        {
            await page.Page.WaitForFunctionAsync(
                "([from, to]) => { const shown = document.querySelector('.timeline-frame').dataset; return Math.abs(shown.from - from) < 2e6 && Math.abs(shown.to - to) < 2e6; }",
                new[] { fromNs, toNs });
        }
        catch (TimeoutException)
        {
            Assert.Equal((fromNs, toNs), await RangeAsync(page));
        }
    }

    /// <summary>Moves the pointer to a place of it.</summary>
    public static async Task PointAsync(OpenPage page, double share, double y)
    {
        var (left, top) = await PlaceAsync(page, share, y);
        await page.Page.Mouse.MoveAsync(left, top);
    }

    /// <summary>Where a place of it is in the window.</summary>
    /// <param name="page">The page.</param>
    /// <param name="share">How far from the beginning of what it shows to its end.</param>
    /// <param name="y">Pixels below the top of its rows.</param>
    public static async Task<(float X, float Y)> PlaceAsync(OpenPage page, double share, double y)
    {
        var scroll = page.Page.Locator(".timeline-scroll");
        await scroll.ScrollIntoViewIfNeededAsync();
        var place = await scroll.EvaluateAsync<double[]>(
            """
            (element, [share, y]) => {
              const box = element.getBoundingClientRect();
              const left = element.clientWidth < 560 ? 64 : 104;
              return [box.left + left + share * (element.clientWidth - left - 12), box.top + y];
            }
            """,
            new[] { share, y });
        return ((float)place[0], (float)place[1]);
    }
}
