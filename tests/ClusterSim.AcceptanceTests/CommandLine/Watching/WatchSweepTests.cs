using System.Text.Json;
using ClusterSim.Testing;
using ClusterSim.Testing.Watching;
using Xunit;

namespace ClusterSim.AcceptanceTests.CommandLine.Watching;

public sealed class WatchSweepTests : IDisposable
{
    // One point has more events than it may have, which it comes to in some seconds.
    private const string Sweep =
        """
        base:
          workload: { collective: all-reduce, size: 1MiB }
          network: { topology: [Ring], npus_count: [16], bandwidth: [50], latency: [500] }
          system: { local-mem-bw: 1600 }
        axes:
          - workload.repeat: [1, 100000, 2]
        limits: { events: 50000000 }
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Sweep_WithAPointThatFails_ShowsItWithItsReason()
    {
        folder.Write("sweep.yaml", Sweep);
        using var watched = await WatchedProgram.StartAsync(folder.FullPath, "sweep", "sweep.yaml", "-o", "out", "--watch", "--jobs", "1");

        var last = await watched.WaitForAsync("the end of the sweep", snapshot => snapshot.TryGetProperty("outcome", out _));

        Assert.Equal(1, watched.Program.WaitForEnd(ClusterSimProgram.Bound).ExitCode);
        Assert.Equal("The sweep has ended: 3 points, 2 done, 1 failed.", last.GetProperty("outcome").GetString());
        var failure = Assert.Single(last.GetProperty("sweep").GetProperty("failures").EnumerateArray());
        Assert.Equal((1, "workload.repeat=100000"), (failure.GetProperty("point").GetInt32(), failure.GetProperty("values").GetString()));
        Assert.Contains("50,000,000 events", failure.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resume_Watched_ShowsWhatWasThereBefore()
    {
        folder.Write("sweep.yaml", Sweep);
        using (var first = ClusterSimProgram.Start(folder.FullPath, ["sweep", "sweep.yaml", "-o", "out"]))
        {
            first.WaitForEnd(ClusterSimProgram.Bound);
        }

        using var watched = await WatchedProgram.StartAsync(folder.FullPath, "sweep", "resume", "out", "--retry-failed", "--watch");

        var last = await watched.WaitForAsync("the end of the sweep", snapshot => snapshot.TryGetProperty("outcome", out _));
        Assert.Equal((2, 2), (Figure(last, "before"), Figure(last, "done")));
    }

    private static int Figure(JsonElement snapshot, string name) => snapshot.GetProperty("sweep").GetProperty(name).GetInt32();
}
