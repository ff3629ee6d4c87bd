using ClusterSim.Cluster.Inputs;
using ClusterSim.Cluster.Status;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Cluster.Membership;

/// <summary>
/// A node from its start to its end: joins, runs its services, leaves when it is asked to. When it was cut off from the others, it
/// joins anew with an actor system of its own, since one that was given up is never taken back.
/// </summary>
public sealed class NodeHost
{
    // Akka's remoting, the cluster and the node's own actors have some work at the same time.
    private const int ThreadsBesideWork = 6;

    private readonly NodeOptions options;
    private readonly NodeParts parts;
    private readonly Action<NodeReport> report;
    private readonly LoadMeter load = new(TimeProvider.System, static () => Environment.CpuUsage.TotalTime);
    private int port;

    /// <param name="options">The node.</param>
    /// <param name="parts">What the program puts into its nodes.</param>
    /// <param name="report">Told of all that happens, from several threads but one at a time.</param>
    public NodeHost(NodeOptions options, NodeParts parts, Action<NodeReport> report)
    {
        this.options = options;
        this.parts = parts;
        var gate = new Lock();
        this.report = told =>
        {
            lock (gate)
            {
                report(told);
            }
        };
        port = options.Bind.Port;
    }

    /// <summary>Runs the node until it is asked to leave, or cannot go on.</summary>
    /// <exception cref="ClusterFailedException">It cannot listen on its address, or use its cache.</exception>
    public async Task<NodeEnd> RunAsync(CancellationToken leave)
    {
        KeepThreads();
        if (options.IsInsecure)
        {
            report(new(
                NodeEvent.Warning,
                Address: null,
                $"insecure-network: whoever reaches {options.Bind.Host} can make this node work and read what it is given. Only for networks that nobody else is in."));
        }

        NodeSession? session = null;
        NodeEnd? end = null;
        var hasBeenUp = false;
        while (end is null)
        {
            using var cache = OpenCache();
            session = new NodeSession(options, parts, cache, load, report, port);
            port = session.PortToKeep;
            end = await session.RunAsync(isRejoining: hasBeenUp, leave);
            hasBeenUp |= session.HasBeenUp;
        }

        return end.Value;
    }

    // Each simulation keeps a thread of the pool busy, and a pool of which all threads are adds one only twice a second: meanwhile the
    // node would answer nobody.
    private void KeepThreads()
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, options.Cores + ThreadsBesideWork), completions);
    }

    private InputCache OpenCache()
    {
        var folder = options.InputsFolder ?? DefaultFolder();
        try
        {
            return InputCache.Open(folder, options.Limits.Inputs);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ClusterFailedException(
                $"The cache of inputs {folder} cannot be used: {error.Message.Split(" : ")[0]} Does another node use it? Give each an inputs-folder of its own.", error);
        }
    }

    // Nodes that take any port may be several with the same file, so none of them finds its cache again.
    private string DefaultFolder()
    {
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        var root = data.Length == 0 ? Path.GetTempPath() : data;
        var name = options.Bind.Port == 0 ? $"process-{Environment.ProcessId}" : $"port-{options.Bind.Port}";
        return Path.Combine(root, "clustersim", "inputs", name);
    }
}
