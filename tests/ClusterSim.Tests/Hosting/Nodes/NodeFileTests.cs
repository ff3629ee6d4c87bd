using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Hosting.Nodes;
using ClusterSim.Testing;
using ClusterSim.Testing.Clusters;
using Xunit;

namespace ClusterSim.Tests.Hosting.Nodes;

public sealed class NodeFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Node_WithNothingButRoles_ListensOnLoopbackOnly()
    {
        var node = Load("roles: [worker]");

        Assert.Equal(new HostPort("127.0.0.1", 0), node.Bind);
        Assert.Equal((false, Environment.ProcessorCount), (node.IsInsecure, node.Cores));
    }

    [Fact]
    public void Keys_AreRead()
    {
        var node = Load(
            """
            roles: [seed, worker]
            port: 7700
            seeds: ["127.0.0.1:7700", "[::1]:7701"]
            cores: 3
            limits: { memory: 2GiB, inputs: 1MiB, message: 1MiB }
            inputs-folder: cache
            """);

        Assert.Equal(["127.0.0.1:7700", "[::1]:7701"], node.Seeds.Select(seed => seed.ToString()));
        Assert.Equal((3, 2L << 30, 1L << 20, 1L << 20), (node.Cores, node.Limits.Memory!.Value.Bytes, node.Limits.Inputs.Bytes, node.Limits.Message.Bytes));
        Assert.Equal(folder.PathOf("cache"), node.InputsFolder);
    }

    [Fact]
    public void Mistakes_AreToldAtOnceWithTheirLines()
    {
        var problems = Problems(
            """
            roles: [seed, owner, seed]
            host: 0.0.0.0
            prot: 7700
            seeds: [somewhere]
            limits: { message: 32MiB }
            failure-detection: { heartbeat-ms: 1000, pause-ms: 1500 }
            """);

        Assert.Collection(
            problems,
            problem => Assert.Equal("node.yaml:3 prot: Unknown key: a node has no prot. Did you mean port?", problem),
            problem => Assert.StartsWith("node.yaml:4 seeds[0]: somewhere is no address of a node: give HOST:PORT", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("node.yaml:5 limits.message: A message of more than 16MiB", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("node.yaml:1 roles[1]: owner is the role of processes that submit work", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("node.yaml:1 roles[2]: seed is given twice.", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("node.yaml:2 host: Other machines may reach 0.0.0.0", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("node.yaml:2 host: 0.0.0.0 is every address of this machine", problem, StringComparison.Ordinal),
            problem => Assert.StartsWith("node.yaml:6 failure-detection.pause-ms: A silence of 1500 ms", problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("host: 10.0.0.1", true)]
    [InlineData("host: worker.example", true)]
    [InlineData("host: 10.0.0.1\ninsecure-network: false", true)]
    [InlineData("host: 10.0.0.1\ninsecure-network: true", false)]
    [InlineData("host: localhost", false)]
    [InlineData("host: ::1", false)]
    public void Host_OfANetwork_TakesTlsOrConsent(string settings, bool isRefused)
    {
        var problems = Problems("roles: [worker]\n" + settings);

        Assert.Equal(isRefused, problems.Any(problem => problem.Contains("Give tls with certificate, key and authority.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Tls_WithFilesThatBelongTogether_IsTaken()
    {
        var own = TestCertificates.Make(folder, "own");

        var node = Load($"roles: [worker]\nhost: 10.0.0.1\n{own.Setting}");

        Assert.Equal((own.Certificate, false), (node.Tls!.Certificate, node.IsInsecure));
    }

    [Fact]
    public void Tls_WithFilesThatDoNotBelongTogether_IsRefused()
    {
        var own = TestCertificates.Make(folder, "own");
        var other = TestCertificates.Make(folder, "other");
        var mixed = own with { Key = other.Key, Authority = "nowhere.pem" };

        var problems = Problems($"roles: [worker]\n{mixed.Setting}");

        Assert.Contains(problems, problem => problem.Contains("does not exist", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("is no certificate whose private key is", StringComparison.Ordinal));
    }

    private NodeOptions Load(string text) => NodeFile.Load(folder.Write("node.yaml", text), []);

    private List<string> Problems(string text)
    {
        var path = folder.Write("node.yaml", text);
        try
        {
            NodeFile.Load(path, [Override.Parse("join-timeout-ms=2000")]);
            return [];
        }
        catch (InvalidInputException invalid)
        {
            return [.. invalid.Problems.Select(problem => problem.ToString().Replace(path, "node.yaml", StringComparison.Ordinal))];
        }
    }
}
