using ClusterSim.Cluster.Membership;
using ClusterSim.Hosting.Nodes;
using ClusterSim.Testing;
using ClusterSim.Testing.Clusters;
using Xunit;

namespace ClusterSim.AcceptanceTests.Clusters;

public sealed class PartitionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Worker_CutOffFromItsOwner_EndsItsMembershipAndJoinsAnew()
    {
        var (seedPort, workerPort, ownerPort) = (LoopbackPort.Free(), LoopbackPort.Free(), LoopbackPort.Free());
        using var seedProxy = new NetworkProxy(seedPort);
        using var workerProxy = new NetworkProxy(workerPort);
        using var ownerProxy = new NetworkProxy(ownerPort);
        NetworkProxy[] all = [seedProxy, workerProxy, ownerProxy];
        using var seed = await TestNode.StartUpAsync(folder, $"roles: [seed]\nport: {seedPort}\npublic-port: {seedProxy.Port}");
        using var worker = await TestNode.StartUpAsync(folder, $"port: {workerPort}\npublic-port: {workerProxy.Port}\nseeds: ['{seed.Address}']");
        var log = new MemberLog();
        var own = TestOwner.Options with { Bind = new HostPort("127.0.0.1", ownerPort), PublicPort = ownerProxy.Port };
        await using var owner = await TestOwner.JoinAsync(seed.Address, own, log.Add, TestContext.Current.CancellationToken);
        await log.WaitForAsync(NodeEvent.MemberUp, worker.Address);

        NetworkProxy.Isolate(all, workerProxy);

        await log.WaitForAsync(NodeEvent.MemberGone, worker.Address);
        await worker.WaitForAsync("cut-off");

        NetworkProxy.Heal(all);

        await worker.WaitForAsync("up", count: 2);
        await log.WaitForAsync(NodeEvent.MemberUp, worker.Address, count: 2);
        Assert.False(owner.Ended.IsCompleted);
        Assert.DoesNotContain(seed.Lines, line => line.Event == "cut-off");
    }
}
