using ClusterSim.AcceptanceTests.CommandLine.Sweeps;
using ClusterSim.Testing;
using ClusterSim.Testing.Clusters;

namespace ClusterSim.AcceptanceTests.Clusters.Sweeps;

/// <summary>A sweep that a test runs on nodes, with the tables that it is to give.</summary>
internal sealed class ClusterSweep : IDisposable
{
    // Each point takes a tenth of a second or so, so that something can happen between them.
    private const string Text =
        """
        base:
          workload: { collective: all-reduce, size: 1MiB, repeat: 3 }
          network: { topology: [Switch], npus_count: [96], bandwidth: [50], latency: [500] }
          system: { preferred-dataset-splits: 4, local-mem-bw: 1600 }
        axes:
          - network.bandwidth: { from: 10, to: 200, step: 10 }
          - workload.collective: [all-reduce, all-gather]
        """;

    public ClusterSweep()
    {
        Folder.Write("sweep.yaml", Text);
        Folder.Write("client.yaml", "roles: [client]\n" + TestNode.QuickDetection);
        Directory.CreateDirectory(Results);
    }

    /// <summary>How many points it has.</summary>
    public static int Points => 40;

    public TemporaryFolder Folder { get; } = new();

    /// <summary>Where the sweep on nodes keeps its results.</summary>
    public string Results => Folder.PathOf("results");

    /// <summary>Has each point take some tenths of a second, for what takes a second or two to happen.</summary>
    public void MakeLonger() => Folder.Write("sweep.yaml", Text.Replace("repeat: 3", "repeat: 12", StringComparison.Ordinal));

    /// <summary>Starts a seed that runs no points.</summary>
    public Task<TestNode> StartSeedAsync() => TestNode.StartUpAsync(Folder, "roles: [seed]");

    /// <summary>Starts a node that runs one point at a time.</summary>
    public Task<TestNode> StartWorkerAsync(TestNode seed) => TestNode.StartUpAsync(Folder, $"cores: 1\nseeds: ['{seed.Address}']");

    /// <summary>Starts the sweep on nodes.</summary>
    public RunningProgram Start(TestNode seed, params string[] more) =>
        ClusterSimProgram.Start(Folder.FullPath, ["sweep", "sweep.yaml", "-o", Results, "--cluster", seed.Address, "--config", "client.yaml", .. more]);

    /// <summary>Goes on with the sweep on nodes.</summary>
    public RunningProgram Resume(TestNode seed) =>
        ClusterSimProgram.Start(Folder.FullPath, ["sweep", "resume", Results, "--cluster", seed.Address, "--config", "client.yaml"]);

    /// <summary>Waits until some points are finished.</summary>
    public void WaitForPoints(RunningProgram program, int points) => SweepFolderWatch.WaitForPoints(program, Results, points);

    /// <summary>The tables are those of a run in one process.</summary>
    public async Task AssertTablesAsync()
    {
        using var undisturbed = ClusterSimProgram.Start(Folder.FullPath, ["sweep", "sweep.yaml", "-o", "undisturbed"]);
        undisturbed.WaitForEnd(ClusterSimProgram.Bound);
        await SweepTables.AssertEqualAsync(Folder.PathOf("undisturbed"), Results);
    }

    public void Dispose() => Folder.Dispose();
}
