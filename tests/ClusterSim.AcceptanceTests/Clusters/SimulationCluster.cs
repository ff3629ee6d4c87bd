using ClusterSim.Cluster.Status;
using ClusterSim.Hosting.Nodes;
using ClusterSim.Testing;
using ClusterSim.Testing.Clusters;
using Xunit;

namespace ClusterSim.AcceptanceTests.Clusters;

/// <summary>Two nodes that simulate, and the experiments of a test in a folder that the nodes do not look into.</summary>
public sealed class SimulationCluster : IAsyncLifetime
{
    private readonly TemporaryFolder nodes = new();

    /// <summary>Further keys of the nodes' files, a line each.</summary>
    public string NodeSettings { get; init; } = "";

    /// <summary>Where the test has its files.</summary>
    public TemporaryFolder Folder { get; } = new();

    /// <summary>The first node; others join through it.</summary>
    public TestNode Seed { get; private set; } = null!;

    public TestNode Worker { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Seed = await TestNode.StartUpAsync(nodes, "roles: [seed, worker]\n" + NodeSettings);
        Worker = await TestNode.StartUpAsync(nodes, $"seeds: ['{Seed.Address}']\n" + NodeSettings);
        await Seed.WaitForAsync("member-up", Worker.Address);
        Folder.Write("client.yaml", "roles: [client]\n" + TestNode.QuickDetection);
    }

    public ValueTask DisposeAsync()
    {
        Worker.Dispose();
        Seed.Dispose();
        nodes.Dispose();
        Folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Files in the caches of the nodes.</summary>
    public int CountCachedInputs() => Directory.GetDirectories(nodes.FullPath, "*-inputs").Sum(cache => Directory.GetFiles(cache).Count(IsInput));

    /// <summary>Starts an experiment of the folder on the cluster.</summary>
    public RunningProgram Start(params string[] arguments) =>
        ClusterSimProgram.Start(Folder.FullPath, ["run", .. arguments, "--cluster", Seed.Address, "--config", "client.yaml"]);

    /// <summary>Runs an experiment of the folder on the cluster to its end.</summary>
    public ProgramRun Run(params string[] arguments)
    {
        using var program = Start(arguments);
        return EndOf(program);
    }

    /// <summary>Waits for the end of a program, and leaves out what Akka warns of: on a busy machine it does.</summary>
    public static ProgramRun EndOf(RunningProgram program)
    {
        var run = program.WaitForEnd(ClusterSimProgram.Bound);
        var told = run.Error.Split('\n').Where(line => !line.StartsWith("warning: ", StringComparison.Ordinal));
        return run with { Error = string.Join('\n', told) };
    }

    /// <summary>Runs an experiment of the folder on this machine to its end.</summary>
    public ProgramRun RunEmbedded(params string[] arguments)
    {
        using var program = ClusterSimProgram.Start(Folder.FullPath, ["run", .. arguments]);
        return program.WaitForEnd(ClusterSimProgram.Bound);
    }

    /// <summary>Waits until so many members host partitions.</summary>
    /// <exception cref="TimeoutException">They do not.</exception>
    public async Task WaitForHostsAsync(int hosts)
    {
        using var bound = new CancellationTokenSource(TestNode.Bound);
        var seen = "";
        try
        {
            while (true)
            {
                var status = await new ClusterStatusQuery(TestOwner.Options, TestOwner.Parts).AskAsync(HostPort.Parse(Seed.Address)!, TestNode.Bound, bound.Token);
                var work = status.Members.SelectMany(member => member.Vitals?.Work ?? []).ToList();
                seen = string.Join("; ", work);
                if (work.Count(text => text.StartsWith("simulations: partition", StringComparison.Ordinal)) == hosts)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException expired)
        {
            throw new TimeoutException($"Waited {TestNode.Bound.TotalSeconds:0} s for {hosts} nodes to host partitions. They did: {seen}", expired);
        }
    }

    private static bool IsInput(string file) => Path.GetFileName(file).Length == 64;
}
