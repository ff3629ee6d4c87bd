using ClusterSim.Hosting.Configuration;
using ClusterSim.Network.Options;
using ClusterSim.Tests.Workload;
using Xunit;

namespace ClusterSim.Tests.Hosting.Configuration;

public sealed class ReferenceFlagsTests : IDisposable
{
    private readonly InputFolder input = new();

    public void Dispose() => input.Dispose();

    [Fact]
    public void Flags_OfAllFiles_GiveTheExperiment()
    {
        AddTraces();
        input.Write("memory.json", """{ "memory-type": "NO_MEMORY_EXPANSION" }""");
        input.Write("groups.json", """{ "1": [0, 1] }""");
        var flags = Files() with
        {
            RemoteMemoryConfiguration = input.PathOf("memory.json"),
            CommGroupConfiguration = input.PathOf("groups.json"),
            Backend = "congestion-unaware",
            NumQueuesPerDim = "2",
            InjectionScale = "0.5",
            ComputeScale = "2.0",
            CommScale = "3",
            RendezvousProtocol = "true",
        };

        var experiment = EffectiveDocument.FromFlags(flags).Load().Experiment;

        Assert.Equal("w", experiment.Name);
        Assert.Equal(4, experiment.Workload.Graphs.Count);
        Assert.Equal([0, 1], experiment.Workload.Groups["1"].Ranks);
        Assert.Equal(NetworkBackend.CongestionUnaware, experiment.Network.Backend);
        Assert.Equal(2, experiment.System.QueuesPerDimension);
        Assert.Equal((2, 3), (experiment.System.ComputeScale, experiment.System.CommunicationScale));
        Assert.True(experiment.System.Rendezvous);
    }

    [Fact]
    public void Flags_WithRequiredOnesOnly_TakeTheDefaults()
    {
        AddTraces();

        var experiment = EffectiveDocument.FromFlags(Files() with { CommGroupConfiguration = "empty" }).Load().Experiment;

        Assert.Equal(NetworkBackend.CongestionAware, experiment.Network.Backend);
        Assert.Empty(experiment.Workload.Groups);
    }

    [Fact]
    public void Flags_WithOverrides_AreOverridden()
    {
        AddTraces();

        var experiment = EffectiveDocument.FromFlags(Files()).With([Override.Parse("network.latency=[1]")]).Load().Experiment;

        Assert.Equal(1, experiment.Network.Dimensions[0].LatencyNs);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("TRUE", true)]
    [InlineData("1", true)]
    [InlineData("False", false)]
    [InlineData("0", false)]
    public void Flags_Rendezvous_IsTrueInAnyCase(string given, bool expected)
    {
        AddTraces();

        var experiment = EffectiveDocument.FromFlags(Files() with { RendezvousProtocol = given }).Load().Experiment;

        Assert.Equal(expected, experiment.System.Rendezvous);
    }

    [Fact]
    public void Flags_WithMistakes_AreNamed()
    {
        var flags = new ReferenceFlags
        {
            NetworkConfiguration = input.PathOf("none.yml"),
            SystemConfiguration = input.PathOf("system.json"),
            Backend = "aware",
            NumQueuesPerDim = "zero",
            RendezvousProtocol = "maybe",
        };

        Assert.Equal(
            [
                "--workload-configuration: The flag is missing. Give it, or the file of an experiment.",
                "--network-configuration: The file none.yml does not exist.",
                "--backend: aware is not allowed: give one of congestion-aware, congestion-unaware.",
                "--num-queues-per-dim: zero is no number: give a whole number from 1 to 4,096.",
                "--rendezvous-protocol: maybe is not allowed: give true or false (1 or 0).",
            ],
            input.ProblemsOf(() => EffectiveDocument.FromFlags(flags).Load()));
    }

    private ReferenceFlags Files() => new()
    {
        WorkloadConfiguration = input.PathOf("w"),
        NetworkConfiguration = input.PathOf("network.yml"),
        SystemConfiguration = input.PathOf("system.json"),
    };

    private void AddTraces()
    {
        for (var npu = 0; npu < 4; npu++)
        {
            File.WriteAllBytes(input.PathOf($"w.{npu}.et"), TraceMessages.ToBytes(TraceMessages.Compute(0)));
        }
    }
}
