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
    public void For_Collective_CutsItAsTheReference(CollectiveKind kind, long bytes, int splits, int npus, long chunk, long streams)
    {
        var plan = ChunkPlan.For(kind, new ByteSize(bytes), splits, npus);

        Assert.Equal((chunk, streams), (plan.ChunkSize.Bytes, plan.Streams));
    }
}
