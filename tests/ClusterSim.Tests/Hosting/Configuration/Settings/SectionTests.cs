using Xunit;

namespace ClusterSim.Tests.Hosting.Configuration.Settings;

public sealed class SectionTests : IDisposable
{
    private readonly InputFolder input = new();

    public void Dispose() => input.Dispose();

    [Fact]
    public void Key_Misspelt_NamesTheClosest()
    {
        input.Write("network.yml", InputFolder.Network.Replace("topology", "topolgy", StringComparison.Ordinal));

        Assert.Equal(["network.yml:1 topolgy: Unknown key: a network has no topolgy. Did you mean topology?"], input.Problems());
    }

    [Fact]
    public void Key_LikeNone_NamesAll()
    {
        input.Write("network.yml", InputFolder.Network + "colour: red\n");

        Assert.Equal(
            ["network.yml:5 colour: Unknown key: a network has no colour. It has topology, npus_count, bandwidth, "
                + "latency, events."], input.Problems());
    }

    [Fact]
    public void Key_Missing_SaysWhatItIsFor()
    {
        input.Write("system.json", "{ \"endpoint-delay\": 10 }");

        Assert.Equal(
            ["system.json: local-mem-bw is missing: give a number from 0.000001 to 1,000,000,000,000 (GB/s of 10^9 bytes). Bandwidth of an NPU's own "
                + "memory in GB/s of 10^9 bytes: what reductions and the roofline read and write with."],
            input.Problems());
    }

    [Fact]
    public void Key_OfSchema_IsNoKeyOfTheSection()
    {
        input.Write("system.json", "{ \"$schema\": \"../schemas/system.json\", \"local-mem-bw\": 1 }");

        Assert.Empty(input.Problems());
        Assert.Empty(input.Load().Notes);
    }

    [Fact]
    public void Parts_Inline_AreReadLikeFiles()
    {
        input.Write(
            "experiment.yaml",
            "workload: { collective: all-reduce, size: 1MiB }\n"
            + "network:\n  topology: [ Ring ]\n  npus_count: [ 1 ]\n  bandwidth: [ 50 ]\n  latency: [ 500 ]\n"
            + "system: { local-mem-bw: 0 }\nbackend: aware\n");

        Assert.Equal(
            [
                "experiment.yaml:4 network.npus_count[0]: 1 is not allowed: give a whole number from 2 to 1,048,576.",
                "experiment.yaml:7 system.local-mem-bw: 0 is not allowed: give a number from 0.000001 to 1,000,000,000,000 (GB/s of 10^9 bytes).",
                "experiment.yaml:8 backend: aware is not allowed: give one of congestion-aware, congestion-unaware.",
            ],
            input.Problems());
    }

    [Theory]
    [InlineData("bakend", "congestion-aware", "Unknown key: an experiment has no bakend. Did you mean backend?")]
    [InlineData("num-queues-per-dim", "0", "0 is not allowed: give a whole number from 1 to 4,096.")]
    [InlineData("injection-scale", "x", "x is no number: give a number from 0 to 1,000,000.")]
    [InlineData("compute-scale", "-1", "-1 is not allowed: give a number from 0 to 1,000,000.")]
    [InlineData("comm-scale", "[1]", "a list of 1 is no number: give a number from 0 to 1,000,000.")]
    [InlineData("rendezvous-protocol", "yes", "yes is not allowed: give true or false (1 or 0).")]
    public void Experiment_WithOneValueWrong_SaysWhatIsAllowed(string key, string value, string problem)
    {
        input.Write("experiment.yaml", $"{InputFolder.Experiment}{key}: {value}\n");

        Assert.Equal([$"experiment.yaml:4 {key}: {problem}"], input.Problems());
    }
}
