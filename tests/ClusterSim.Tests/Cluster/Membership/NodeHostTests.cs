using Akka.Actor;
using ClusterSim.Cluster.Membership;
using ClusterSim.Cluster.Status;
using ClusterSim.Cluster.Wire.Messages;
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
    public async Task Status_OfMoreMembersThanFitIntoAnAnswer_HasThemAll()
    {
        await using var node = new HostedNode();
        var address = await node.Up;
        await using var first = await node.ConnectAsync(address, Cancellation);
        await using var second = await node.ConnectAsync(address, Cancellation);
        Action<string, string> ignore = static (_, _) => { };
        second.System.ActorOf(Props.Create(() => new GateActor("1.0.0-test", ignore, 1)), "narrow-gate");

        var status = await ClusterStatusQuery.AskAllAsync(second.System.ActorSelection("/user/narrow-gate"), Cancellation);

        var expected = new[] { address, first.Address, second.Address }.Select(member => member.ToString()).Order(StringComparer.Ordinal);
        Assert.Equal(expected, status.Members.Select(member => member.Address));
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
    public async Task Stranger_OfAnotherVersionThatNamesNoSender_IsRefusedAsWell()
    {
        await using var node = new HostedNode();
        var address = await node.Up;
        using var system = ClusterSystem.Start(TestOwner.Options, roles: null, port: 0, node.Parts, warn: static _ => { });

        system.ActorSelection(new RootActorPath(ClusterSystem.ToAkka(system, address)) / "user" / "gate")
            .Tell(new Hello { Version = "2.0.0-other" }, ActorRefs.NoSender);

        Assert.Equal(
            "refused somebody who does not say who it is: it runs version 2.0.0-other, this cluster 1.0.0-test", (await node.RefusedOther).Message);
        Assert.DoesNotContain(NodeEvent.Warning, node.Events);
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
