using ClusterSim.Cluster.Membership;
using ClusterSim.Hosting.Nodes;
using ClusterSim.Testing;
using ClusterSim.Testing.Clusters;
using Xunit;

namespace ClusterSim.AcceptanceTests.Clusters;

public sealed class VersionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Node_OfAnotherVersion_IsRefusedAndBothSidesNameBoth()
    {
        const string Other = "9.8.7-other";
        using var seed = await TestNode.StartUpAsync(folder, "roles: [seed]");
        NodeReport? last = null;
        var host = new NodeHost(
            TestOwner.Options with { Seeds = [HostPort.Parse(seed.Address)!], InputsFolder = folder.PathOf("other") },
            TestOwner.Parts with { Version = Other },
            report => last = report);

        var end = await host.RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal((NodeEnd.Refused, NodeEvent.Refused), (end, last!.Event));
        Assert.StartsWith($"{seed.Address} runs version {ClusterSimProgram.Version}, this process {Other}:", last.Message, StringComparison.Ordinal);
        Assert.EndsWith($"it runs version {Other}, this cluster {ClusterSimProgram.Version}", (await seed.WaitForAsync("refused-other")).Message, StringComparison.Ordinal);
    }
}
