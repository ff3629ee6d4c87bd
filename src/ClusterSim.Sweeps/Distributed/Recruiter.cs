using Akka.Actor;
using ClusterSim.Cluster.Membership;

namespace ClusterSim.Sweeps.Distributed;

/// <summary>Announces a sweep to all nodes that can run points, those that join later included. Who knows it already does not mind.</summary>
internal sealed class Recruiter(ClusterConnection cluster, IActorRef owner, SweepAnnounced announcement) : UntypedActor, IWithTimers
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart()
    {
        Context.Watch(owner);
        Announce();
    }

    protected override void OnReceive(object message)
    {
        if (message is Terminated)
        {
            Context.Stop(Self);
        }
        else
        {
            Announce();
        }
    }

    private void Announce()
    {
        foreach (var member in cluster.Members.Where(member => member.Roles.Contains(PointService.WorkerRole, StringComparer.Ordinal)))
        {
            cluster.ServiceOf(member, PointService.ServiceName).Tell(announcement, owner);
        }

        Timers.StartSingleTimer(Tick.Instance, Tick.Instance, Interval);
    }

    private sealed class Tick
    {
        public static Tick Instance { get; } = new();
    }
}
