using ClusterSim.Testing;
using ClusterSim.Testing.Clusters;
using Xunit;

namespace ClusterSim.AcceptanceTests.Clusters;

public sealed class TlsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Node_WithTls_TakesOnlyWhoHasACertificateOfItsAuthority()
    {
        var own = TestCertificates.Make(folder, "own");
        var other = TestCertificates.Make(folder, "other");
        using var seed = await TestNode.StartUpAsync(folder, $"roles: [seed]\n{own.Setting}");
        var seeds = $"seeds: ['{seed.Address}']\njoin-timeout-ms: 4000";

        using var withoutTls = TestNode.Start(folder, seeds);
        using var ofOthers = TestNode.Start(folder, $"{seeds}\n{other.Setting}");

        Assert.Equal(1, await withoutTls.WaitForEndAsync());
        Assert.Equal(1, await ofOthers.WaitForEndAsync());
        Assert.Contains("has no tls in its file", (await withoutTls.WaitForAsync("not-joined")).Message, StringComparison.Ordinal);
        Assert.Contains("certificate", (await ofOthers.WaitForAsync("not-joined")).Message, StringComparison.Ordinal);
        using var accepted = await TestNode.StartUpAsync(folder, $"seeds: ['{seed.Address}']\n{own.Setting}");
        await seed.WaitForAsync("member-up", accepted.Address);
    }

    [Fact]
    public async Task Status_OfANodeWithTls_TakesAFileWithCertificates()
    {
        var own = TestCertificates.Make(folder, "own");
        using var seed = await TestNode.StartUpAsync(folder, $"roles: [seed]\n{own.Setting}");
        var client = folder.Write("client.yaml", $"roles: [client]\n{own.Setting}");

        var status = ClusterSimProgram.Run("cluster", "status", seed.Address, "--config", client, "--timeout", "60");

        Assert.Equal((0, ""), (status.ExitCode, status.Error));
    }
}
