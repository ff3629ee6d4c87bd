using Akka.Cluster;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Cluster.Membership;

/// <summary>Another process of the cluster.</summary>
/// <param name="Address">Where it is reached.</param>
/// <param name="Incarnation">Tells it from one that had the same address before.</param>
/// <param name="Roles">What it does.</param>
public sealed record ClusterMember(HostPort Address, int Incarnation, IReadOnlyList<string> Roles)
{
    internal static ClusterMember Of(Member member) =>
        new(ClusterSystem.ToPeople(member.Address), member.UniqueAddress.Uid, [.. member.Roles.Order(StringComparer.Ordinal)]);
}
