using Akka.Actor;
using ClusterSim.Cluster.Experiments;
using ClusterSim.Engine;
using ClusterSim.Engine.Actors;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Sweeps.Running;

namespace ClusterSim.Sweeps.Embedded;

/// <summary>Runs sweeps in this process: an owner and one worker. Starts on threads of its own.</summary>
internal sealed class EmbeddedWorkers : IPointWorkers
{
    private readonly int jobs;
    private readonly Task<ActorSystem> starting = Task.Run(EmbeddedSystem.Start);
    private readonly Simulator simulator;

    /// <param name="jobs">How many points run at once.</param>
    public EmbeddedWorkers(int jobs)
    {
        this.jobs = jobs;
        simulator = new Simulator(starting);
    }

    public async Task RunAsync(Sweep sweep, ExperimentFiles files, SweepJob job, CancellationToken cancellation)
    {
        var system = await starting.ConfigureAwait(false);
        var owner = system.ActorOf(ActorProducer.Props(() => new SweepOwner(job)), "owner");
        var setup = Setup(sweep, job.Base);
        system.ActorOf(ActorProducer.Props(() => new PointWorker(owner, setup)), "worker");
        await using (cancellation.Register(() => owner.Tell(SweepOwner.Stop.Instance)))
        {
            await job.Outcome.Task.ConfigureAwait(false);
        }
    }

    /// <summary>Ends the actor system, once it has started; does not wait for that.</summary>
    public void Dispose()
    {
        simulator.Dispose();
        _ = starting.ContinueWith(
            started => _ = started.Result.Terminate(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
    }

    private WorkerSetup Setup(Sweep sweep, string experiment)
    {
        var limits = sweep.Plan.Definition.Limits;
        var setup = new PointRunnerSetup
        {
            Node = Environment.MachineName,
            Simulator = simulator,
            Traces = sweep.Traces,
            Limits = limits,
            Memory = new MemoryGuard(jobs, limitBytes: null),
        };
        return new WorkerSetup
        {
            Node = setup.Node,
            Slots = new SlotPool(jobs),
            Prepare = _ => Task.FromResult<IPointRunner>(new PointRunner(setup, EffectiveDocument.FromYaml(sweep.Name, experiment))),
        };
    }
}
