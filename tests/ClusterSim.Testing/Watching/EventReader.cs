namespace ClusterSim.Testing.Watching;

/// <summary>Reads server-sent events, as a browser does.</summary>
public sealed class EventReader : IDisposable
{
    private const string Prefix = "data: ";

    private readonly StreamReader reader;

    private EventReader(StreamReader reader)
    {
        this.reader = reader;
    }

    /// <summary>Begins to listen to a page.</summary>
    /// <param name="client">Asks.</param>
    /// <param name="url">The page's address.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<EventReader> OpenAsync(HttpClient client, string url, CancellationToken cancellation) =>
        new(new StreamReader(await client.GetStreamAsync(new Uri(new Uri(url), "events"), cancellation)));

    /// <summary>The next event; null: there are no more.</summary>
    public async Task<string?> NextAsync(CancellationToken cancellation)
    {
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            if (line.StartsWith(Prefix, StringComparison.Ordinal))
            {
                return line[Prefix.Length..];
            }
        }

        return null;
    }

    /// <summary>All events to the end.</summary>
    public async Task<IReadOnlyList<string>> RestAsync(CancellationToken cancellation)
    {
        var rest = new List<string>();
        while (await NextAsync(cancellation) is { } one)
        {
            rest.Add(one);
        }

        return rest;
    }

    public void Dispose() => reader.Dispose();
}
