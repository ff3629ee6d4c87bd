using Akka.Actor;
using Akka.Cluster;

namespace ClusterSim.Cluster.Membership;

/// <summary>
/// Reports what happens to other members. Is also the second line behind the gate: it removes a joiner of another version that did not
/// ask first.
/// </summary>
/// <param name="changed">Told of every change.</param>
/// <param name="removed">Told of a joiner that is removed: its address and version.</param>
/// <param name="met">Told of a member of another version that was here first: its address and version.</param>
internal sealed class MembershipActor(Action<MemberChange> changed, Action<string, string> removed, Action<string, string> met) : UntypedActor
{
    private readonly AkkaCluster cluster = AkkaCluster.Get(Context.System);

    protected override void PreStart() => cluster.Subscribe(
        Self,
        ClusterEvent.SubscriptionInitialStateMode.InitialStateAsEvents,
        typeof(ClusterEvent.IMemberEvent),
        typeof(ClusterEvent.IReachabilityEvent));

    protected override void PostStop() => cluster.Unsubscribe(Self);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case ClusterEvent.MemberJoined { Member: var joiner } when IsOtherVersion(joiner):
                Remove(joiner);
                break;
            case ClusterEvent.MemberUp { Member: var member } when IsOtherVersion(member):
                met(ClusterSystem.ToPeople(member.Address).ToString(), member.AppVersion.Version);
                break;
            case ClusterEvent.MemberUp up:
                Report(NodeEvent.MemberUp, up.Member);
                break;
            case ClusterEvent.MemberRemoved removedMember:
                Report(NodeEvent.MemberGone, removedMember.Member);
                break;
            case ClusterEvent.UnreachableMember unreachable:
                Report(NodeEvent.MemberUnreachable, unreachable.Member);
                break;
            case ClusterEvent.ReachableMember reachable:
                Report(NodeEvent.MemberReachable, reachable.Member);
                break;
        }
    }

    private bool IsOtherVersion(Member member) => member.AppVersion.Version != cluster.SelfMember.AppVersion.Version;

    private void Remove(Member joiner)
    {
        if (cluster.SelfMember.Status == MemberStatus.Up)
        {
            cluster.Down(joiner.Address);
            removed(ClusterSystem.ToPeople(joiner.Address).ToString(), joiner.AppVersion.Version);
        }
    }

    private void Report(NodeEvent what, Member member)
    {
        if (!member.UniqueAddress.Equals(cluster.SelfUniqueAddress))
        {
            changed(new(what, ClusterMember.Of(member)));
        }
    }
}
