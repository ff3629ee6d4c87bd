using Akka.Actor;
using Akka.Configuration;
using ClusterSim.Engine.Actors;
using ClusterSim.Engine.Clock;
using ClusterSim.Engine.Partitions;

namespace ClusterSim.Engine;

/// <summary>
/// Runs simulations on an actor system of its own, which opens no port. Safe to use from several threads: simulations that
/// run at the same time share nothing but the machine.
/// </summary>
public sealed class SimulationEngine : IDisposable
{
    private const string Settings = """
        akka {
          loggers = []
          loglevel = OFF
          stdout-loglevel = OFF
          log-dead-letters = off
          log-dead-letters-during-shutdown = off
          actor.serializers.json = "ClusterSim.Engine.RefusingSerializer, ClusterSim.Engine"
          actor.serialization-identifiers."ClusterSim.Engine.RefusingSerializer, ClusterSim.Engine" = 7701
          coordinated-shutdown {
            run-by-clr-shutdown-hook = off
            run-by-actor-system-terminate = off
          }
        }
        """;

    private readonly ActorSystem system = ActorSystem.Create("clustersim", ConfigurationFactory.ParseString(Settings));
    private readonly PartitionPool pool;
    private int simulations;

    public SimulationEngine()
    {
        pool = new PartitionPool(system);
    }

    /// <summary>Runs a simulation until no message is left.</summary>
    /// <param name="plan">Its actors.</param>
    /// <param name="partitions">Into how many partitions they are split; see <see cref="SimulationPlan.PartitionsFor"/>.</param>
    /// <param name="transport">How messages travel.</param>
    /// <param name="silenceTimeout">How long the partitions may show no progress.</param>
    /// <param name="progress">Told about twice a second how far it is; null: nobody.</param>
    /// <param name="cancellation">Ends it as soon as possible.</param>
    /// <exception cref="ClusterSim.Core.SimulationFailedException">An actor failed, or the partitions fell silent.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<EngineResult> RunAsync(
        SimulationPlan plan,
        int partitions,
        Transport transport,
        TimeSpan silenceTimeout,
        IProgress<EngineProgress>? progress,
        CancellationToken cancellation)
    {
        var rented = Enumerable.Range(0, plan.PartitionsFor(partitions)).Select(_ => pool.Rent()).ToArray();
        var outcome = new TaskCompletionSource<EngineResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var setup = new ClockSetup(plan, rented, transport, silenceTimeout, progress, outcome, () => Array.ForEach(rented, pool.Return));
        var clock = system.ActorOf(
            ActorProducer.Props(() => new VirtualClock(setup)), $"simulation-{Interlocked.Increment(ref simulations)}");
        try
        {
            await using (cancellation.Register(() => clock.Tell(VirtualClock.Cancel.Instance)))
            {
                return await outcome.Task.ConfigureAwait(false);
            }
        }
        finally
        {
            // The caller need not wait until a thousand actors have stopped.
            Array.ForEach(rented, partition => partition.RequestStop());
            clock.Tell(PoisonPill.Instance);
        }
    }

    /// <summary>Ends the actor system, and does not wait for its actors: they hold nothing that outlives them.</summary>
    public void Dispose() => _ = system.Terminate();
}
