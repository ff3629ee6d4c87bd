using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace ClusterSim.BrowserTests.Browsers;

/// <summary>A page that is open, with all that went wrong in it.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private const float BoundMs = 15_000;

    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> problems = new();

    private OpenPage(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Errors of scripts, what the console complains of, and requests for anything but the page itself, or what else its server has.</summary>
    public IReadOnlyCollection<string> Problems => problems;

    internal static async Task<OpenPage> LoadAsync(IBrowserContext context, string path)
    {
        context.SetDefaultTimeout(BoundMs);
        var opened = new OpenPage(context, await context.NewPageAsync());
        var address = new Uri(path).AbsoluteUri;
        opened.Page.PageError += (_, error) => opened.problems.Enqueue(error);
        opened.Page.Console += (_, message) => opened.ListenTo(message);
        var own = new Uri(address).IsFile ? address : new Uri(address).GetLeftPart(UriPartial.Authority) + "/";
        context.Request += (_, request) => opened.Allow(request, own);
        await opened.Page.GotoAsync(address);
        return opened;
    }

    /// <summary>Runs a script of the tests in the page.</summary>
    /// <param name="name">Its file in the folder <c>Pages</c>; it is one function without parameters.</param>
    public async Task<T> RunAsync<T>(string name) => await Page.EvaluateAsync<T>(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Pages", name)));

    /// <summary>Keeps what the page looks like, if the environment asks for that: for people who change how it looks.</summary>
    public async Task KeepScreenshotAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }

    /// <summary>Nothing went wrong, the page is no wider than the window, its text stands out, and what can be used says what it is.</summary>
    public async Task RequireReadableAsync()
    {
        var overflow = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
        var weak = await RunAsync<string[]>("contrast.js");
        var unlabelled = await RunAsync<string[]>("unlabelled.js");

        Assert.Empty(Problems);
        Assert.True(overflow <= 0, $"The page is {overflow} pixels wider than the window.");
        Assert.Empty(weak);
        Assert.Empty(unlabelled);
    }

    public async ValueTask DisposeAsync() => await context.CloseAsync();

    private void ListenTo(IConsoleMessage message)
    {
        if (message.Type is "error" or "warning")
        {
            problems.Enqueue($"console {message.Type}: {message.Text}");
        }
    }

    private void Allow(IRequest request, string own)
    {
        if (request.Url.Split('#')[0] != own && !(own.StartsWith("http", StringComparison.Ordinal) && request.Url.StartsWith(own, StringComparison.Ordinal)))
        {
            problems.Enqueue("request for " + request.Url);
        }
    }
}
