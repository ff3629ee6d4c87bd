using ClusterSim.Collectives.Scheduling;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using Xunit;

namespace ClusterSim.Tests.Collectives.Scheduling;

public sealed class ChunkPlanTests
{
    [Theory]
    [InlineData(CollectiveKind.AllReduce, 1000, 4, 8, 250, 4)]
    [InlineData(CollectiveKind.AllReduce, 1002, 4, 8, 250, 5)]
    [InlineData(CollectiveKind.AllReduce, 10, 4, 8, 8, 4)]
    [InlineData(CollectiveKind.AllReduce, 0, 4, 8, 8, 4)]
    [InlineData(CollectiveKind.AllGather, 10, 4, 8, 2, 5)]
    [InlineData(CollectiveKind.AllGather, 3, 4, 8, 1, 3)]
    [InlineData(CollectiveKind.AllGather, 0, 4, 8, 1, 0)]
    [InlineData(CollectiveKind.Scatter, 10, 4, 8, 8, 4)]
    [InlineData(CollectiveKind.Broadcast, 10, 4, 8, 2, 5)]
    [InlineData(CollectiveKind.Reduce, 3, 4, 8, 1, 3)]
    [InlineData(CollectiveKind.Gather, 3, 4, 8, 1, 3)]
    [InlineData(CollectiveKind.Barrier, 3, 4, 8, 3, 1)]
    [InlineData(CollectiveKind.Barrier, 0, 4, 8, 0, 1)]
    public void For_Collective_CutsItAsTheReference(CollectiveKind kind, long bytes, int splits, int npus, long chunk, long streams)
    {
        var plan = ChunkPlan.For(kind, new ByteSize(bytes), splits, npus);

        Assert.Equal((chunk, streams), (plan.ChunkSize.Bytes, plan.Streams));
    }
}
