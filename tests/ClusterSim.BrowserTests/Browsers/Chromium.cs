using Microsoft.Playwright;
using Xunit;

namespace ClusterSim.BrowserTests.Browsers;

/// <summary>One browser for all tests: the system's Chromium, driven by Playwright. Where none is installed, tests that open pages are skipped.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string HowToInstall =
        "No Chromium is installed, so no page is opened. Install it (on Debian: apt-get install chromium), or name one in the environment variable CHROMIUM.";

    // Nothing but the page under test, as far as a browser lets one.
    private static readonly string[] Arguments =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
    ];

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (FindProgram() is not { } program)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Headless = true,
            ChromiumSandbox = false,
            Args = Arguments,
            Timeout = 60_000,
        });
    }

    /// <summary>Opens a page.</summary>
    /// <param name="path">Its file, or its address.</param>
    /// <param name="scheme">What the system's colours are.</param>
    /// <param name="width">Of the window, in pixels.</param>
    public async Task<OpenPage> OpenAsync(string path, ColorScheme scheme = ColorScheme.Light, int width = 1400)
    {
        Assert.SkipWhen(browser is null, HowToInstall);
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        return await OpenPage.LoadAsync(context, path);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
    }

    private static string? FindProgram() => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
        ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
}
