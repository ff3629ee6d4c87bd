using ClusterSim.Cluster.Membership;
using ClusterSim.Testing;
using ClusterSim.Testing.Clusters;
using Xunit;

namespace ClusterSim.AcceptanceTests.Clusters;

public sealed class MembershipTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Node_ThatJoinsAndLeaves_IsShownAndGone()
    {
        using var seed = await TestNode.StartUpAsync(folder, "roles: [seed, worker]\ncores: 3\nlimits: { memory: 1GiB }");
        using var worker = await TestNode.StartUpAsync(folder, $"seeds: ['{seed.Address}']");
        await seed.WaitForAsync("member-up", worker.Address);

        var status = ClusterSimProgram.Run("cluster", "status", seed.Address, "--format", "csv", "--timeout", "60");

        Assert.Equal((0, ""), (status.ExitCode, status.Error));
        var rows = status.Output.Split('\n');
        Assert.Contains(rows, row => row.StartsWith($"{seed.Address},up,seed worker,{ClusterSimProgram.Version},3,", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith($"{worker.Address},up,worker,{ClusterSimProgram.Version},", StringComparison.Ordinal));

        worker.Terminate();

        Assert.Equal(0, await worker.WaitForEndAsync());

        // Of connections that end, Akka may warn in between: on a busy machine it does.
        Assert.Equal(["leaving", "left"], worker.Lines.Select(line => line.Event).Where(kind => kind != "warning").TakeLast(2));
        await seed.WaitForAsync("member-gone", worker.Address);

        seed.PressCtrlC();

        Assert.Equal(0, await seed.WaitForEndAsync());
    }

    [Fact]
    public async Task Node_ThatIsKilled_IsNoticedByItsOwner()
    {
        using var seed = await TestNode.StartUpAsync(folder, "roles: [seed]");
        using var worker = await TestNode.StartUpAsync(folder, $"seeds: ['{seed.Address}']");
        var address = worker.Address;
        var log = new MemberLog();
        await using var owner = await TestOwner.JoinAsync(seed.Address, log.Add, TestContext.Current.CancellationToken);
        await log.WaitForAsync(NodeEvent.MemberUp, address);

        worker.Kill();

        await log.WaitForAsync(NodeEvent.MemberUnreachable, address);
        await log.WaitForAsync(NodeEvent.MemberGone, address);
        Assert.Equal([seed.Address], owner.Members.Select(member => member.Address.ToString()));
        Assert.DoesNotContain(seed.Lines, line => line.Event == "cut-off");
    }

    [Fact]
    public async Task IdleCluster_ThatLosesANode_GoesOn()
    {
        using var seed = await TestNode.StartUpAsync(folder, "roles: [seed]");
        using var worker = await TestNode.StartUpAsync(folder, $"seeds: ['{seed.Address}']");
        using var other = await TestNode.StartUpAsync(folder, $"seeds: ['{seed.Address}']");

        worker.Kill();

        await seed.WaitForAsync("member-gone", worker.Address);
        using var next = await TestNode.StartUpAsync(folder, $"seeds: ['{seed.Address}']");
        await other.WaitForAsync("member-up", next.Address);
        Assert.DoesNotContain(seed.Lines.Concat(other.Lines), line => line.Event == "cut-off");
    }

    [Fact]
    public async Task Seed_KilledAndStartedAgain_TakesEverybodyIntoItsNewCluster()
    {
        var port = LoopbackPort.Free();
        using var seed = await TestNode.StartUpAsync(folder, $"roles: [seed]\nport: {port}");
        using var worker = await TestNode.StartUpAsync(folder, $"seeds: ['{seed.Address}']");
        var log = new MemberLog();
        await using var owner = await TestOwner.JoinAsync(seed.Address, log.Add, TestContext.Current.CancellationToken);

        seed.Kill();
        await worker.WaitForAsync("member-gone", seed.Address);
        using var again = await TestNode.StartUpAsync(folder, $"roles: [seed]\nport: {port}");

        await owner.Ended.WaitAsync(TestNode.Bound, TestContext.Current.CancellationToken);
        await worker.WaitForAsync("cut-off");
        await again.WaitForAsync("member-up", worker.Address);
    }

    [Fact]
    public async Task Node_WhoseSeedIsNotThere_EndsWithWhatToCheck()
    {
        using var node = TestNode.Start(folder, $"seeds: ['127.0.0.1:{LoopbackPort.Free()}']\njoin-timeout-ms: 2000");

        Assert.Equal(1, await node.WaitForEndAsync());
        Assert.Contains("waited 2 s to become a member. Check that", (await node.WaitForAsync("not-joined")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Status_OfNobody_EndsWithWhatToCheck()
    {
        var address = $"127.0.0.1:{LoopbackPort.Free()}";

        var run = ClusterSimProgram.Run("cluster", "status", address, "--timeout", "1");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"clustersim: No answer from {address}: waited 1 s for the status of its cluster. Check that", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Node_OnAllAddressesWithoutTls_IsRefused()
    {
        using var node = TestNode.Start(folder, "host: 0.0.0.0\npublic-host: here.example");

        Assert.Equal(2, await node.WaitForEndAsync());
        Assert.Contains("Give tls with certificate, key and authority.", (await node.WaitForAsync("error")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Node_OnAnInsecureNetwork_WarnsAtEachStart()
    {
        using var node = await TestNode.StartUpAsync(folder, "host: 0.0.0.0\npublic-host: 127.0.0.1\ninsecure-network: true");

        Assert.Contains("insecure-network", (await node.WaitForAsync("warning")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Node_OnATakenPort_SaysSo()
    {
        using var seed = await TestNode.StartUpAsync(folder, "roles: [seed]");
        var port = seed.Address.Split(':')[1];

        using var second = TestNode.Start(folder, $"port: {port}");

        Assert.Equal(1, await second.WaitForEndAsync());
        Assert.Contains($"cannot listen on 127.0.0.1, port {port}", (await second.WaitForAsync("error")).Message, StringComparison.Ordinal);
    }
}
