using System.Net.Sockets;
using System.Text.Json;
using ClusterSim.AcceptanceTests.Clusters;
using ClusterSim.Testing;
using ClusterSim.Testing.Watching;
using Xunit;

namespace ClusterSim.AcceptanceTests.CommandLine.Watching;

public sealed class WatchRunTests : IDisposable
{
    // Long enough for a page to be opened meanwhile.
    private const string Experiment =
        """
        workload: { collective: all-to-all, size: 256MiB, repeat: 6 }
        network: { topology: [Switch], npus_count: [128], bandwidth: [50], latency: [500] }
        system: { all-to-all-implementation: [direct], preferred-dataset-splits: 16, local-mem-bw: 1600 }
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Run_WatchedToItsEnd_SaysWhatItCameToAndLeavesStandardOutputAlone()
    {
        folder.Write("experiment.yaml", Experiment);
        using var watched = await WatchedProgram.StartAsync(folder.FullPath, "run", "--watch", "experiment.yaml", "--format", "json", "--partitions", "1");

        var last = await watched.WaitForAsync("the end of the run", snapshot => snapshot.TryGetProperty("outcome", out _));

        var run = watched.Program.WaitForEnd(ClusterSimProgram.Bound);
        using var result = JsonDocument.Parse(run.Output);
        var digest = result.RootElement.GetProperty("digest").GetString();
        Assert.Equal((0, $"note: watch this run at {watched.Url}\n"), (run.ExitCode, run.Error));
        Assert.StartsWith("http://127.0.0.1:", watched.Url, StringComparison.Ordinal);
        Assert.Equal(("experiment", "ended"), (last.GetProperty("title").GetString(), last.GetProperty("state").GetString()));
        Assert.Matches($"^The run has ended: .* simulated by .* events in .* s; digest {digest}\\.$", last.GetProperty("outcome").GetString());
        Assert.Equal(
            (result.RootElement.GetProperty("simulated_ns").GetInt64(), result.RootElement.GetProperty("events").GetInt64(), 128, 0),
            (Figure(last, "simulated_ns"), Figure(last, "events"), (int)Figure(last, "finished_npus"), (int)Figure(last, "links_in_use")));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task Run_Watched_ShowsNpusLinksAndLoad(string partitions)
    {
        folder.Write("experiment.yaml", LongRun.Experiment);
        using var watched = await WatchedProgram.StartAsync(folder.FullPath, "run", "experiment.yaml", "--watch", "127.0.0.1:0", "--partitions", partitions);

        var run = (await watched.WaitForAsync("links in use", snapshot => Figure(snapshot, "links_in_use") > 0 && Figure(snapshot, "simulated_ns") > 0 && Cores(snapshot) > 0)).GetProperty("run");

        // A link up and one down for each NPU.
        Assert.Equal((256, 512), (run.GetProperty("npus").GetInt32(), run.GetProperty("links").GetInt32()));
        Assert.InRange(run.GetProperty("links_in_use").GetInt32(), 1, 512);
        Assert.True(run.GetProperty("events").GetInt64() > 0);
        var host = Assert.Single(run.GetProperty("hosts").EnumerateArray());
        Assert.Equal(partitions, host.GetProperty("partitions").GetInt32().ToString());
    }

    [Fact]
    public async Task CtrlC_WhileBrowsersLookOn_EndsAtOnceAndTellsThem()
    {
        folder.Write("experiment.yaml", LongRun.Experiment);
        using var watched = await WatchedProgram.StartAsync(folder.FullPath, "run", "experiment.yaml", "--watch", "--partitions", "1");
        using var events = await EventReader.OpenAsync(watched.Client, watched.Url, TestContext.Current.CancellationToken);
        using var stuck = new TcpClient("127.0.0.1", new Uri(watched.Url).Port);
        stuck.GetStream().Write("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n"u8);
        await events.NextAsync(TestContext.Current.CancellationToken);

        watched.Program.PressCtrlC();

        var rest = await events.RestAsync(TestContext.Current.CancellationToken);
        var run = watched.Program.WaitForEnd(TimeSpan.FromSeconds(20));
        Assert.Contains("\"state\":\"stopped\",\"outcome\":\"The run was stopped before its end.\"", rest[^1], StringComparison.Ordinal);
        Assert.Equal((130, ""), (run.ExitCode, run.Output));
        Assert.EndsWith("clustersim: stopped before the end; there is no result.\n", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run experiment.yaml")]
    [InlineData("sweep sweep.yaml -o out")]
    public void Watch_OnAPortThatIsInUse_FailsBeforeAnythingRuns(string command)
    {
        folder.Write("experiment.yaml", Experiment);
        folder.Write("sweep.yaml", "base: experiment.yaml\naxes: [{ workload.repeat: [1, 2] }]");
        using var other = new TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        var address = other.LocalEndpoint.ToString()!;

        using var program = ClusterSimProgram.Start(folder.FullPath, [.. command.Split(' '), "--watch", address]);

        var run = program.WaitForEnd(ClusterSimProgram.Bound);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(
            $"--watch: Another program listens on {address} already. Give another address or port, or leave it out: then the system gives a free port.\n",
            run.Error,
            StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.PathOf("out")));
    }

    [Fact]
    public async Task Watch_OnAllAddressesByStatement_Warns()
    {
        folder.Write("experiment.yaml", LongRun.Experiment);
        using var watched = await WatchedProgram.StartAsync(
            folder.FullPath, "run", "experiment.yaml", "--watch", "0.0.0.0:0", "--watch-insecure-network");

        watched.Program.PressCtrlC();

        Assert.StartsWith(
            "warning: watch-insecure-network: whoever reaches 0.0.0.0 can read the page of this run. Only for networks that nobody else is in.\n",
            watched.Program.WaitForEnd(TimeSpan.FromSeconds(20)).Error,
            StringComparison.Ordinal);
    }

    private static long Figure(JsonElement snapshot, string name) => snapshot.GetProperty("run").GetProperty(name).GetInt64();

    private static double Cores(JsonElement snapshot) => snapshot.GetProperty("run").GetProperty("hosts").EnumerateArray()
        .Sum(host => host.TryGetProperty("cores", out var cores) ? cores.GetDouble() : 0);
}
