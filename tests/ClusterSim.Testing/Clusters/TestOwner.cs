using ClusterSim.Cluster.Membership;
using ClusterSim.Cluster.Wire;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Testing.Clusters;

/// <summary>A submitting process, within the test.</summary>
public static class TestOwner
{
    /// <summary>As the program puts it into its nodes, without services.</summary>
    public static NodeParts Parts { get; } = new(ClusterSimProgram.Version, WireCatalog.Own, []);

    /// <summary>As quick as <see cref="TestNode.QuickDetection"/>.</summary>
    public static NodeOptions Options { get; } = new()
    {
        FailureDetection = new()
        {
            Heartbeat = TimeSpan.FromMilliseconds(200),
            Pause = TimeSpan.FromSeconds(2),
            StableAfter = TimeSpan.FromSeconds(1),
        },
    };

    /// <summary>Joins the cluster of a node.</summary>
    public static Task<ClusterConnection> JoinAsync(string node, Action<MemberChange> changed, CancellationToken cancellation) =>
        JoinAsync(node, Options, changed, cancellation);

    /// <summary>Joins the cluster of a node, reached in its own way.</summary>
    public static Task<ClusterConnection> JoinAsync(string node, NodeOptions own, Action<MemberChange> changed, CancellationToken cancellation) =>
        ClusterConnection.JoinAsync(HostPort.Parse(node)!, own, Parts, changed, warn: static _ => { }, TestNode.Bound, cancellation);
}
