using ClusterSim.Cluster.Experiments;
using ClusterSim.Cluster.Membership;
using ClusterSim.Cluster.Services;
using ClusterSim.Core;
using ClusterSim.Engine.Hosts;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Hosting.Nodes;
using ClusterSim.Hosting.Results;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Hosting.Simulation.Shared;
using ClusterSim.Tracing;

namespace ClusterSim.Cluster.Simulations;

/// <summary>
/// Runs one simulation on the nodes of a cluster: they host its partitions, this process leads. Disposing leaves the cluster.
/// </summary>
public sealed class ClusterSimulator : IAsyncDisposable
{
    private readonly ClusterConnection connection;
    private readonly NodeWatch watch;
    private readonly SharedSimulator simulator;
    private readonly Action<string> tell;
    private readonly TimeSpan bound;

    private ClusterSimulator(ClusterConnection connection, NodeWatch watch, Action<string> tell, TimeSpan bound)
    {
        this.connection = connection;
        this.watch = watch;
        this.tell = tell;
        this.bound = bound;
        simulator = new SharedSimulator(connection.System);
    }

    /// <summary>Joins the cluster of a node.</summary>
    /// <param name="node">Any node of it.</param>
    /// <param name="own">How this process is reached, and how long it waits for others.</param>
    /// <param name="parts">What the program puts into its nodes.</param>
    /// <param name="tell">Gets what a user should know meanwhile, a line each.</param>
    /// <param name="warn">Gets what Akka warns of, a line each.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="Core.Input.InvalidInputException">The node is on another machine, which cannot reach this process.</exception>
    /// <exception cref="ClusterFailedException">The node does not answer, or runs another version.</exception>
    public static async Task<ClusterSimulator> JoinAsync(
        HostPort node, NodeOptions own, NodeParts parts, Action<string> tell, Action<string> warn, CancellationToken cancellation)
    {
        var members = new NodeWatch();
        try
        {
            var joined = await ClusterConnection.JoinAsync(node, own, parts, members.Take, warn, own.JoinTimeout, cancellation);
            return new ClusterSimulator(joined, members, tell, own.JoinTimeout);
        }
        catch
        {
            members.Dispose();
            throw;
        }
    }

    /// <summary>Runs an experiment to its end.</summary>
    /// <param name="document">The experiment as nodes are to read it.</param>
    /// <param name="experiment">The same, read here.</param>
    /// <param name="partitions">Into how many partitions it is split; null: one a node, as far as they pay.</param>
    /// <param name="trace">Records the run; null: nothing does.</param>
    /// <param name="progress">Told about twice a second how far the run is; null: nobody.</param>
    /// <param name="cancellation">Ends the run at once.</param>
    /// <exception cref="ClusterFailedException">No node simulates.</exception>
    /// <exception cref="SimulationFailedException">It is stuck, an actor failed, or a node left or cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<SimulationResult> RunAsync(
        EffectiveDocument document,
        Experiment experiment,
        int? partitions,
        RunTrace? trace,
        IProgress<RunProgress>? progress,
        CancellationToken cancellation)
    {
        var workers = await FindWorkersAsync(cancellation);
        var choice = SharedSimulator.Choose(experiment, partitions, workers.Count);
        var shares = ShareSplit.Of(choice.Partitions, workers.Count);
        var hosts = workers.Zip(shares, (worker, share) => new HostShare(worker.Address.ToString(), share.First, share.Count)).ToList();
        watch.Watch(workers.Take(hosts.Count));
        var offer = ExperimentOffer.Make(connection.Inputs, document, ExperimentFiles.Of(document));
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, watch.Ending);
        try
        {
            var result = await simulator.LeadAsync(experiment, hosts, RunOptions.DefaultSilenceTimeout, Invite, trace, progress, ending.Token);
            return result with { Notes = choice.Notes };
        }
        catch (OperationCanceledException ended) when (!cancellation.IsCancellationRequested)
        {
            // A node has gone, or the others have given this process up, because it was alone with silent nodes.
            var what = watch.Lost is { } lost ? $"Node {lost} left the simulation, or cannot be reached." : "This process was cut off from the nodes.";
            throw new SimulationFailedException(what + " Run it again on the nodes that are left.", ended);
        }

        void Invite(string leader)
        {
            foreach (var (host, share) in hosts.Index())
            {
                var wanted = new ShareWanted(leader, offer, experiment.Name, choice.Partitions, host, share.First, share.Count, trace is not null);
                connection.ServiceOf(workers[host], SimulationService.ServiceName).Tell(wanted);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        simulator.Dispose();
        await connection.DisposeAsync();
        watch.Dispose();
    }

    private async Task<IReadOnlyList<ClusterMember>> FindWorkersAsync(CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        waiting.CancelAfter(bound);
        try
        {
            for (var round = 0; ; round++)
            {
                var change = watch.NextChange;
                var members = await connection.ReachableMembersAsync(waiting.Token);
                if (members.Where(IsWorker).ToList() is { Count: > 0 } workers)
                {
                    return workers;
                }

                if (round == 0)
                {
                    tell($"no node of the cluster has the role {NodeRoles.Worker}: waits {bound.TotalSeconds:0} s for one");
                }

                await change.WaitAsync(waiting.Token);
            }
        }
        catch (OperationCanceledException expired) when (!cancellation.IsCancellationRequested)
        {
            throw new ClusterFailedException(
                $"No node of the cluster has the role {NodeRoles.Worker}: waited {bound.TotalSeconds:0} s for one. Start one with roles: [{NodeRoles.Worker}] in its file.",
                expired);
        }
    }

    private static bool IsWorker(ClusterMember member) => member.Roles.Contains(NodeRoles.Worker, StringComparer.Ordinal);
}
