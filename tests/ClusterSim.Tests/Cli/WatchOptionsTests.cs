using Xunit;

namespace ClusterSim.Tests.Cli;

/// <summary>What is said of <c>--watch</c> before anything runs.</summary>
public sealed class WatchOptionsTests
{
    private readonly InMemoryTerminal terminal = new();

    [Theory]
    [InlineData("8080")]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:99999")]
    [InlineData("::1:8080")]
    public async Task Watch_OnWhatIsNoAddress_SaysWhatIsOne(string address)
    {
        var code = await terminal.RunAsync("run", "--watch", address, "x.yaml");

        Assert.Equal((2, ""), (code, terminal.Output));
        Assert.StartsWith(
            $"--watch: '{address}' is no address to serve a page on. Give HOST:PORT, such as 127.0.0.1:8080, or nothing for a free port.\n",
            terminal.Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run x.yaml", "0.0.0.0")]
    [InlineData("sweep x.yaml", "192.168.0.7")]
    [InlineData("sweep resume x", "node-7")]
    public async Task Watch_WhereOtherMachinesReachIt_DemandsAStatement(string command, string host)
    {
        var code = await terminal.RunAsync([.. command.Split(' '), "--watch", host + ":8080"]);

        Assert.Equal((2, ""), (code, terminal.Output));
        Assert.Contains(
            $"--watch: Other machines may reach {host}, and nothing keeps them from reading the page. " +
            "Give an address of loopback, such as 127.0.0.1:8080, and reach it by ssh -L. In a network that nobody else reaches, --watch-insecure-network does without.\n",
            terminal.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task InsecureNetwork_WithoutAPage_IsRefused()
    {
        var code = await terminal.RunAsync("run", "x.yaml", "--watch-insecure-network");

        Assert.Equal(2, code);
        Assert.Contains(
            "--watch-insecure-network: It says where a page may be served, and none is. Add --watch HOST:PORT, or leave out --watch-insecure-network.\n",
            terminal.Error,
            StringComparison.Ordinal);
    }
}
