using System.Diagnostics;
using Akka.Actor;
using ClusterSim.Collectives.Results;
using ClusterSim.Core;
using ClusterSim.Engine;
using ClusterSim.Engine.Hosts;
using ClusterSim.Hosting.Diagnosis;
using ClusterSim.Hosting.Results;
using ClusterSim.Tracing;

namespace ClusterSim.Hosting.Simulation.Shared;

/// <summary>
/// Runs experiments whose partitions are spread over the nodes of a cluster: one process leads and makes the result, others
/// host partitions. All read the same experiment, and make the same actors of it.
/// </summary>
/// <param name="system">The actor system of this node.</param>
public sealed class SharedSimulator(ActorSystem system) : IDisposable
{
    private readonly SimulationEngine engine = new(system);

    /// <summary>Into how many partitions an experiment is split.</summary>
    /// <param name="experiment">What to simulate.</param>
    /// <param name="wanted">What a user asked for; null: as many as pay.</param>
    /// <param name="nodes">How many nodes there are: by default, none hosts more than one partition.</param>
    public static PartitionChoice Choose(Experiment experiment, int? wanted, int nodes) =>
        PartitionChoice.Of(ExperimentPlan.Of(experiment, new CollectiveLedger()), wanted, nodes);

    /// <summary>Leads an experiment to its end.</summary>
    /// <param name="experiment">What to simulate.</param>
    /// <param name="hosts">Which partitions each node hosts.</param>
    /// <param name="silenceTimeout">How long the partitions may show no progress.</param>
    /// <param name="invite">Gets the path of the actor that leads, and asks the nodes to host their share.</param>
    /// <param name="trace">Records the run; null: nothing does.</param>
    /// <param name="progress">Told about twice a second how far the run is; null: nobody.</param>
    /// <param name="cancellation">Ends the run at once.</param>
    /// <exception cref="SimulationFailedException">It is stuck, an actor failed, or a node left or cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<SimulationResult> LeadAsync(
        Experiment experiment,
        IReadOnlyList<HostShare> hosts,
        TimeSpan silenceTimeout,
        Action<string> invite,
        RunTrace? trace = null,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var watch = Stopwatch.StartNew();
        var ledger = new CollectiveLedger();
        var plan = ExperimentPlan.Of(experiment, ledger);
        var diagnostics = FailureDiagnostics.For(experiment, plan);
        try
        {
            trace?.Begin(new TracedRun(plan.NpuCount, [.. plan.ActorNames], new WorkloadNodeNames(experiment.Workload)));
            var outcome = await engine.LeadAsync(
                plan,
                hosts,
                new ReportCodec(ledger, isTraced: trace is not null),
                silenceTimeout,
                invite,
                trace?.Sink,
                ProgressRelay.To(progress, plan.NpuCount),
                cancellation);
            trace?.AddLinks(TracedLinks.In(outcome.Reports));
            var result = ResultBuilder.Build(experiment, ledger, outcome, diagnostics);
            TracedMemory.AddTo(trace, result);
            return result with
            {
                Elapsed = watch.Elapsed,
                Partitions = hosts.Sum(host => host.Count),
            };
        }
        catch (ActorFailedException failure)
        {
            throw diagnostics.Explain(failure);
        }
        catch (OverflowException overflow)
        {
            throw OverflowExplanation.Explain(overflow);
        }
    }

    /// <summary>Hosts partitions of an experiment that another process leads.</summary>
    /// <param name="experiment">What is simulated.</param>
    /// <param name="partitions">Into how many partitions it is split on all nodes.</param>
    /// <param name="host">This host's number.</param>
    /// <param name="share">The partitions that are hosted here.</param>
    /// <param name="leader">The path of the actor that leads.</param>
    /// <param name="isTraced">Whether the leader records the run.</param>
    /// <param name="released">Called when all is over here.</param>
    public void Host(Experiment experiment, int partitions, int host, HostShare share, string leader, bool isTraced, Action released)
    {
        var ledger = new CollectiveLedger();
        engine.Host(ExperimentPlan.Of(experiment, ledger), partitions, host, share, leader, new ReportCodec(ledger, isTraced), isTraced, released);
    }

    /// <summary>Tells the process that leads an experiment why this node cannot host its share.</summary>
    public void Refuse(int host, string leader, string why) => engine.Refuse(host, leader, why);

    /// <summary>Leaves the actor system to the node.</summary>
    public void Dispose() => engine.Dispose();
}
