using Akka.Actor;
using ClusterSim.Testing;
using ClusterSim.Testing.Clusters;
using Xunit;

namespace ClusterSim.AcceptanceTests.Clusters;

/// <summary>What a node must not take does nothing to it.</summary>
public sealed class StrangerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Node_ThatGetsWhatNobodyMaySend_SaysSoAndGoesOn()
    {
        using var node = await TestNode.StartUpAsync(folder, "roles: [seed]");
        using (var stranger = new Stranger())
        {
            stranger.Send(node.Address, "user/node", "text, which Akka would take");
            stranger.Send(node.Address, "user/node", new ForgedMessage("no-such-message", [1, 2, 3]));
            stranger.Send(node.Address, "user/node", new ForgedMessage("describe-node", [255, 4, 0, 9, 255, 255, 255, 127]));
            stranger.Send(node.Address, "user/node", new ForgedMessage("input-wanted", []));
            stranger.Send(node.Address, "user/node", PoisonPill.Instance);
            stranger.Send(node.Address, "user/gate", Kill.Instance);
            await node.WaitForAsync("warning", count: 6);
        }

        await Stranger.SendRawAsync(node.Address, "GET / HTTP/1.1\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        await Stranger.SendRawAsync(node.Address, [255, 255, 255, 127, 1, 2], TestContext.Current.CancellationToken);
        await Stranger.SendRawAsync(node.Address, [4, 0, 0, 0, 9, 9, 9, 9], TestContext.Current.CancellationToken);
        await node.WaitForAsync("warning", count: 8);

        using var joiner = await TestNode.StartUpAsync(folder, $"seeds: ['{node.Address}']");
        var status = ClusterSimProgram.Run("cluster", "status", node.Address, "--format", "csv", "--timeout", "60");
        Assert.Equal(0, status.ExitCode);
        Assert.DoesNotContain(status.Output.Split('\n'), row => row.EndsWith(",,,,,", StringComparison.Ordinal));
        Assert.Contains(node.Lines, line => line.Event == "warning" && line.Message.Contains("no-such-message", StringComparison.Ordinal));
    }
}
