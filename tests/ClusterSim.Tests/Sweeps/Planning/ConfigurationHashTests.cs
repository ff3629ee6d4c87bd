using ClusterSim.Hosting.Configuration;
using ClusterSim.Sweeps.Planning;
using ClusterSim.Tests.Hosting.Configuration;
using Xunit;

namespace ClusterSim.Tests.Sweeps.Planning;

public sealed class ConfigurationHashTests : IDisposable
{
    private readonly InputFolder input = new();

    public void Dispose() => input.Dispose();

    [Fact]
    public void Of_TheSameExperiment_IsTheSameForEver()
    {
        // If this fails, finished points of all folders are run again. Only a change of what determines results is worth that.
        Assert.Equal("aba0bd56c7078627b99505af9f76dda1", Hash().ToString());
    }

    [Fact]
    public void Of_OtherOrderFormatAndPlace_IsTheSame()
    {
        var before = Hash();
        input.Write("system.json", "# a comment\n$schema: somewhere.json\nlocal-mem-bw: 1600\nboost-mode: 0\n");
        input.Write("experiment.yaml", "system: system.json\nnetwork: { latency: [500], npus_count: [4], bandwidth: [50], topology: [Switch] }\nworkload: { size: 1MiB, collective: all-reduce }\n");

        Assert.Equal(before, Hash());
    }

    [Theory]
    [InlineData("network.bandwidth=[51]")]
    [InlineData("workload.size=2MiB")]
    [InlineData("backend=congestion-unaware")]
    [InlineData("system.endpoint-delay=7")]
    public void Of_OtherValue_IsAnother(string assignment)
    {
        Assert.NotEqual(Hash(), new ConfigurationHash(new TraceHashes(), new PluginHashes()).Of(input.Document(assignment)));
    }

    [Theory]
    [InlineData("workload.size=1048576")]
    [InlineData("workload.size=1024 KiB")]
    [InlineData("network.bandwidth=[5.0e1]")]
    [InlineData("network.latency=[500.000]")]
    [InlineData("network.npus_count=[4.0]")]
    [InlineData("system.local-mem-bw=1600.0")]
    public void Of_TheSameValueWrittenOtherwise_IsTheSame(string assignment)
    {
        Assert.Equal(Hash(), new ConfigurationHash(new TraceHashes(), new PluginHashes()).Of(input.Document(assignment)));
    }

    [Theory]
    [InlineData("system.replay-only=1", "system.replay-only=true")]
    [InlineData("system.endpoint-delay=7", "system.endpoint-delay=7.0")]
    [InlineData("network.latency=[0]", "network.latency=[-0.0]")]
    public void Of_ValuesThatMeanTheSame_IsTheSame(string one, string other)
    {
        var hash = new ConfigurationHash(new TraceHashes(), new PluginHashes());

        Assert.Equal(hash.Of(input.Document(one)), hash.Of(input.Document(other)));
    }

    [Fact]
    public void Of_Traces_FollowsTheirContentsAndNotTheirPlace()
    {
        var first = HashOfTraces("first/w", "abc", "de");

        Assert.Equal(first, HashOfTraces("second/v", "abc", "de"));
        Assert.NotEqual(first, HashOfTraces("third/w", "abcd", "e"));
        Assert.NotEqual(first, HashOfTraces("fourth/w", "abc", "df"));
    }

    private PointId HashOfTraces(string prefix, params string[] contents)
    {
        foreach (var (npu, content) in contents.Index())
        {
            input.Write($"{prefix}.{npu}.et", content);
        }

        return new ConfigurationHash(new TraceHashes(), new PluginHashes()).Of(input.Document($"workload={{ traces: {input.PathOf(prefix)} }}"));
    }

    private PointId Hash() => new ConfigurationHash(new TraceHashes(), new PluginHashes()).Of(EffectiveDocument.FromFile(input.ExperimentFile));
}
