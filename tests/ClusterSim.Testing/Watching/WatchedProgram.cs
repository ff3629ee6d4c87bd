using System.Text.Json;

namespace ClusterSim.Testing.Watching;

/// <summary>The program <c>clustersim</c> with <c>--watch</c>, and who watches. Disposing ends both.</summary>
public sealed class WatchedProgram : IDisposable
{
    private WatchedProgram(RunningProgram program, string url)
    {
        Program = program;
        Url = url;
    }

    public RunningProgram Program { get; }

    /// <summary>The page's address, as it was printed.</summary>
    public string Url { get; }

    public HttpClient Client { get; } = new() { Timeout = ClusterSimProgram.Bound };

    /// <summary>Starts it, and waits until it has said where its page is.</summary>
    /// <exception cref="TimeoutException">It did not.</exception>
    public static async Task<WatchedProgram> StartAsync(string folder, params string[] arguments)
    {
        var program = ClusterSimProgram.Start(folder, arguments);
        try
        {
            return new WatchedProgram(program, await program.WaitForErrorLineAsync($"note: watch this {arguments[0]} at "));
        }
        catch
        {
            program.Dispose();
            throw;
        }
    }

    /// <summary>Listens until a snapshot is as it is waited for.</summary>
    /// <param name="what">What is waited for, for messages.</param>
    /// <param name="isIt">Whether it is.</param>
    /// <exception cref="TimeoutException">None was.</exception>
    public async Task<JsonElement> WaitForAsync(string what, Func<JsonElement, bool> isIt)
    {
        using var bound = new CancellationTokenSource(ClusterSimProgram.Bound);
        var last = "";
        try
        {
            using var events = await EventReader.OpenAsync(Client, Url, bound.Token);
            while (await events.NextAsync(bound.Token) is { } text)
            {
                last = text;
                using var json = JsonDocument.Parse(text);
                if (isIt(json.RootElement))
                {
                    return json.RootElement.Clone();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Told of below.
        }

        throw new TimeoutException($"Waited for {what}. The last snapshot was:\n{last}");
    }

    public void Dispose()
    {
        Program.Dispose();
        Client.Dispose();
    }
}
