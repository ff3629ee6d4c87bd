using ClusterSim.Watch.Following;
using ClusterSim.Watch.Snapshots;
using Microsoft.AspNetCore.Http;

namespace ClusterSim.Watch.Serving;

/// <summary>
/// Sends one browser a snapshot now and then, as server-sent events, until what is watched has ended. A snapshot is made when the last one
/// has gone out: a slow browser gets fewer of them, and nothing piles up for it.
/// </summary>
internal sealed class SnapshotStream(Watched watched, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <param name="response">Where they go.</param>
    /// <param name="gone">Set when the browser has gone.</param>
    public async Task SendAsync(HttpResponse response, CancellationToken gone)
    {
        response.ContentType = "text/event-stream; charset=utf-8";
        while (true)
        {
            // Asked before: what is taken after the end is the last.
            var isLast = watched.Ended.IsCompleted;
            await response.Body.WriteAsync("data: "u8.ToArray(), gone);
            await response.Body.WriteAsync(SnapshotJson.Write(watched.Take()), gone);
            await response.Body.WriteAsync("\n\n"u8.ToArray(), gone);
            await response.Body.FlushAsync(gone);
            if (isLast)
            {
                return;
            }

            await Task.WhenAny(watched.Ended, Task.Delay(Interval, clock, gone));
            gone.ThrowIfCancellationRequested();
        }
    }
}
