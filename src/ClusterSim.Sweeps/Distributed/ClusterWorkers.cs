using ClusterSim.Cluster.Experiments;
using ClusterSim.Cluster.Membership;
using ClusterSim.Engine.Actors;
using ClusterSim.Sweeps.Running;

namespace ClusterSim.Sweeps.Distributed;

/// <summary>Runs sweeps on the nodes of a cluster, which this process joins. When it was cut off from them, it joins anew.</summary>
/// <param name="cluster">The cluster.</param>
internal sealed class ClusterWorkers(SweepCluster cluster) : IPointWorkers
{
    public async Task RunAsync(Sweep sweep, ExperimentFiles files, SweepJob job, CancellationToken cancellation)
    {
        RequireShort(sweep);
        var hasJoined = false;
        for (var rest = job; ; rest = rest.Rest())
        {
            await using var connection = await JoinAsync(job, hasJoined, cancellation);
            hasJoined = true;
            if (await RunAsync(connection, sweep, files, rest, cancellation))
            {
                return;
            }

            job.Observer?.Note("This process was cut off from the cluster: joins anew.");
        }
    }

    public void Dispose()
    {
    }

    private async Task<ClusterConnection> JoinAsync(SweepJob job, bool isRejoining, CancellationToken cancellation)
    {
        var start = job.Clock.GetTimestamp();
        while (true)
        {
            try
            {
                return await ClusterConnection.JoinAsync(
                    cluster.Node, cluster.Own, cluster.Parts, static _ => { }, Note, cluster.Own.JoinTimeout, cancellation);
            }
            catch (ClusterFailedException failed) when (isRejoining)
            {
                Note(failed.Message);
                if (job.Clock.GetElapsedTime(start) >= job.WorkerTimeout)
                {
                    throw new NoWorkersException(
                        $"The cluster did not answer for {job.WorkerTimeout.TotalMinutes:0.##} min. What is finished is kept: resume the sweep when it does.");
                }
            }
        }

        void Note(string text) => job.Observer?.Note(text);
    }

    // Returns whether the sweep is over; not so: this process is no member any more.
    private static async Task<bool> RunAsync(
        ClusterConnection connection, Sweep sweep, ExperimentFiles files, SweepJob job, CancellationToken cancellation)
    {
        var definition = sweep.Plan.Definition;
        var experiment = ExperimentOffer.Make(connection.Inputs, definition.Base, files);
        var owner = connection.System.ActorOf(ActorProducer.Props(() => new SweepOwner(job)), "sweep");
        var announcement = SweepAnnounced.Of(definition.Name, experiment, definition.Limits);
        connection.System.ActorOf(ActorProducer.Props(() => new Recruiter(connection, owner, announcement)), "recruiter");
        await using (cancellation.Register(() => owner.Tell(SweepOwner.Stop.Instance, Akka.Actor.ActorRefs.NoSender)))
        {
            var first = await Task.WhenAny(job.Outcome.Task, connection.Ended);
            if (first == connection.Ended && !job.Outcome.Task.IsCompleted)
            {
                return false;
            }

            await job.Outcome.Task;
            return true;
        }
    }

    // What a point sets travels in one message.
    private static void RequireShort(Sweep sweep)
    {
        var plan = sweep.Plan;
        var longest = plan.Definition.Axes.Sum(axis => Enumerable.Range(0, axis.Count).Max(value => axis.Keys.Sum(key => key.Values[value].Assignment.Length)));
        if (longest > WorkParts.LongestAssignments)
        {
            throw new Core.Input.InvalidInputException(
                plan.Definition.Name,
                $"The values of a point have up to {longest:N0} characters; to travel to nodes, they may have {WorkParts.LongestAssignments:N0}.",
                "Run the sweep without --cluster, or make one experiment of each large value and sweep the rest.");
        }
    }
}
