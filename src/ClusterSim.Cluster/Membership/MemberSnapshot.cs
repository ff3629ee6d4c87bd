using Akka.Actor;
using Akka.Cluster;

namespace ClusterSim.Cluster.Membership;

/// <summary>Asks Akka once who is a member now. Events alone do not tell when all that were there have been told of.</summary>
internal sealed class MemberSnapshot(TaskCompletionSource<IReadOnlyList<ClusterMember>> found) : UntypedActor
{
    protected override void PreStart() => AkkaCluster.Get(Context.System).SendCurrentClusterState(Self);

    protected override void OnReceive(object message)
    {
        if (message is ClusterEvent.CurrentClusterState state)
        {
            found.TrySetResult(ReachableOf(state));
            Context.Stop(Self);
        }
    }

    private static IReadOnlyList<ClusterMember> ReachableOf(ClusterEvent.CurrentClusterState state)
    {
        var self = AkkaCluster.Get(Context.System).SelfUniqueAddress;
        return
        [
            .. state.Members
                .Where(member => member.Status == MemberStatus.Up && !state.Unreachable.Contains(member) && !member.UniqueAddress.Equals(self))
                .Select(ClusterMember.Of),
        ];
    }
}
