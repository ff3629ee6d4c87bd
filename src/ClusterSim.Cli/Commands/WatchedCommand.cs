using ClusterSim.Cli.Parsing;
using ClusterSim.Hosting.Nodes;
using ClusterSim.Watch.Following;
using ClusterSim.Watch.Serving;
using ClusterSim.Watch.Snapshots;

namespace ClusterSim.Cli.Commands;

/// <summary>Something that runs with or without a page that shows how it goes. Disposing ends the page.</summary>
internal sealed class WatchedCommand : IAsyncDisposable
{
    // Browsers are to hear of the end.
    private static readonly TimeSpan TimeToTell = TimeSpan.FromSeconds(3);

    private readonly CommandContext context;
    private readonly Watched? watched;
    private readonly WatchServer? server;

    private WatchedCommand(CommandContext context, Watched? watched, WatchServer? server)
    {
        this.context = context;
        this.watched = watched;
        this.server = server;
    }

    /// <summary>Serves the page, and says where it is.</summary>
    /// <param name="context">What the command works with.</param>
    /// <param name="watched">What the page shows; null: there is none.</param>
    /// <param name="address">Where it is served.</param>
    /// <exception cref="ClusterSim.Core.Input.InvalidInputException">It cannot be served there.</exception>
    public static async Task<WatchedCommand> StartAsync(CommandContext context, Watched? watched, HostPort? address)
    {
        if (watched is null)
        {
            return new WatchedCommand(context, null, null);
        }

        var page = await WatchServer.StartAsync(watched, address!, WatchFlag.Name, TimeProvider.System);
        context.AllowToFinish(TimeToTell);
        if (!address!.IsLoopback)
        {
            context.Terminal.Warn($"watch-insecure-network: whoever reaches {address.Host} can read the page of this {watched.Noun}. Only for networks that nobody else is in.");
        }

        context.Terminal.Note($"watch this {watched.Noun} at {page.Url}");
        return new WatchedCommand(context, watched, page);
    }

    /// <summary>Does the work, and says on the page what became of it.</summary>
    /// <param name="work">The work.</param>
    /// <param name="outcome">What it came to, behind "has ended".</param>
    public async Task<T> FollowAsync<T>(Func<Task<T>> work, Func<T, string> outcome)
    {
        if (watched is null)
        {
            return await work();
        }

        try
        {
            var result = await work();
            watched.End(WatchState.Ended, $"The {watched.Noun} has ended: {outcome(result)}");
            return result;
        }
        catch (OperationCanceledException) when (context.Cancellation.IsCancellationRequested)
        {
            watched.End(WatchState.Stopped, $"The {watched.Noun} was stopped before its end.");
            throw;
        }
        catch (Exception failure)
        {
            watched.End(WatchState.Failed, $"The {watched.Noun} has failed: {failure.Message}");
            throw;
        }
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
