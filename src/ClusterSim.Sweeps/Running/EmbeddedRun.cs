using Akka.Actor;

namespace ClusterSim.Sweeps.Running;

/// <summary>Runs a sweep in this process: an owner and one worker.</summary>
internal static class EmbeddedRun
{
    /// <summary>Runs all open points of a sweep.</summary>
    /// <param name="system">Holds the actors.</param>
    /// <param name="job">The sweep.</param>
    /// <param name="node">What tables call this node.</param>
    /// <param name="slots">How many points run at once.</param>
    /// <param name="runnerOf">Runs the points.</param>
    /// <param name="cancellation">Ends the sweep at once; what is finished stays.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task RunAsync(
        ActorSystem system, SweepJob job, string node, int slots, Func<SweepOffered, IPointRunner> runnerOf, CancellationToken cancellation)
    {
        var owner = system.ActorOf(ActorProducer.Props(() => new SweepOwner(job)), "owner");
        system.ActorOf(ActorProducer.Props(() => new PointWorker(owner, node, slots, runnerOf)), "worker");
        await using (cancellation.Register(() => owner.Tell(SweepOwner.Stop.Instance)))
        {
            await job.Outcome.Task.ConfigureAwait(false);
        }
    }
}
