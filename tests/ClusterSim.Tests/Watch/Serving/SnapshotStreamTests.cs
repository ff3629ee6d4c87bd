using ClusterSim.Watch.Serving;
using ClusterSim.Watch.Snapshots;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace ClusterSim.Tests.Watch.Serving;

public sealed class SnapshotStreamTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Send_ToABrowserThatTakesNothing_MakesOneSnapshotAndHoldsNobodyUp()
    {
        var watched = new CountedWatch();
        using var stuck = new StuckStream();
        using var gone = new CancellationTokenSource();
        var context = new DefaultHttpContext { Response = { Body = stuck } };
        var sending = new SnapshotStream(watched, TimeProvider.System).SendAsync(context.Response, gone.Token);
        await stuck.Written.WaitAsync(Bound, TestContext.Current.CancellationToken);

        watched.End(WatchState.Ended, "done");

        Assert.Equal((1, false), (watched.Taken, sending.IsCompleted));
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.WaitAsync(Bound, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Send_OfWhatHasEnded_IsOneSnapshot()
    {
        var watched = new CountedWatch();
        watched.End(WatchState.Failed, "failed");
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { Response = { Body = body } };

        await new SnapshotStream(watched, TimeProvider.System).SendAsync(context.Response, TestContext.Current.CancellationToken);

        var text = System.Text.Encoding.UTF8.GetString(body.ToArray());
        Assert.StartsWith("data: {\"title\":\"counted\",\"state\":\"failed\",\"outcome\":\"failed\"", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n\n", text, StringComparison.Ordinal);
        Assert.Equal(1, watched.Taken);
    }
}
