using ClusterSim.Cluster.Membership;
using ClusterSim.Cluster.Status;
using ClusterSim.Testing.Clusters;
using Xunit;

namespace ClusterSim.Tests.Cluster.Membership;

public sealed class NodeHostTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Service_OfANode_ShowsInTheStatusAndHandsBackBeforeItLeaves()
    {
        await using var node = new HostedNode();
        var address = await node.Up;

        var status = await new ClusterStatusQuery(TestOwner.Options, node.Parts).AskAsync(address, TestNode.Bound, Cancellation);
        var end = await node.LeaveAsync();

        Assert.Equal(["probe: counts sheep"], Assert.Single(status.Members).Vitals!.Work);
        Assert.Equal((NodeEnd.Left, true), (end, node.Service.HasHandedBack));
        Assert.Equal([NodeEvent.Joining, NodeEvent.Up, NodeEvent.Leaving, NodeEvent.Left], node.Events);
    }

    [Fact]
    public async Task Joiner_OfAnotherVersionThatDoesNotAsk_IsRemoved()
    {
        await using var node = new HostedNode();
        var address = await node.Up;
        var other = node.Parts with { Version = "2.0.0-other" };
        using var system = ClusterSystem.Start(TestOwner.Options, ["worker"], port: 0, other, warn: static _ => { });

        global::Akka.Cluster.Cluster.Get(system).JoinSeedNodes([ClusterSystem.ToAkka(system, address)]);

        await system.WhenTerminated.WaitAsync(TestNode.Bound, Cancellation);
        Assert.Contains("it runs version 2.0.0-other, this cluster 1.0.0-test", (await node.RefusedOther).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(NodeEvent.CutOff, node.Events);
    }

    [Fact]
    public async Task Owner_OfAnotherVersion_IsToldBoth()
    {
        await using var node = new HostedNode();
        var address = await node.Up;

        var failure = await Assert.ThrowsAsync<ClusterFailedException>(() => ClusterConnection.JoinAsync(
            address, TestOwner.Options, node.Parts with { Version = "2.0.0-other" }, static _ => { }, static _ => { }, TestNode.Bound, Cancellation));

        Assert.StartsWith($"{address} runs version 1.0.0-test, this process 2.0.0-other:", failure.Message, StringComparison.Ordinal);
    }
}
