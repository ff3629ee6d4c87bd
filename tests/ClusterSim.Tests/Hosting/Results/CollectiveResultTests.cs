using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Results;
using Xunit;

namespace ClusterSim.Tests.Hosting.Results;

/// <summary>The conventions of nccl-tests: doc/PERFORMANCE.md, and src/gather.cu and src/scatter.cu for what that leaves out.</summary>
public sealed class CollectiveResultTests
{
    // Four ranks, 600 bytes in 100 ns: 6 bytes/ns, or four times that where each rank brings 600.
    [Theory]
    [InlineData(CollectiveKind.AllReduce, 6, 9)]
    [InlineData(CollectiveKind.AllGather, 24, 18)]
    [InlineData(CollectiveKind.ReduceScatter, 6, 4.5)]
    [InlineData(CollectiveKind.AllToAll, 6, 4.5)]
    [InlineData(CollectiveKind.Broadcast, 6, 6)]
    [InlineData(CollectiveKind.Reduce, 6, 6)]
    [InlineData(CollectiveKind.Gather, 24, 18)]
    [InlineData(CollectiveKind.Scatter, 6, 4.5)]
    public void Bandwidths_OfEachKind_FollowNcclTests(CollectiveKind kind, double algorithm, double bus)
    {
        var result = Of(kind);

        Assert.Equal((algorithm, bus), (result.AlgorithmBandwidth!.Value.BytesPerNs, result.BusBandwidth!.Value.BytesPerNs));
    }

    [Fact]
    public void Bandwidths_OfABarrier_AreNone()
    {
        var result = Of(CollectiveKind.Barrier);

        Assert.Null(result.AlgorithmBandwidth);
        Assert.Null(result.BusBandwidth);
    }

    private static CollectiveResult Of(CollectiveKind kind) =>
        new("node", kind, null, Ranks: 4, new ByteSize(600), "ring", SimTime.Zero, new SimDuration(100));
}
