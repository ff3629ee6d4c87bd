using ClusterSim.Core.Units;
using ClusterSim.Engine;
using ClusterSim.Engine.Partitions;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Engine.Partitions;

public sealed class PartitionMapTests
{
    [Fact]
    public void Map_AnyNumbers_SplitsNpusIntoRunsOfNearlyEqualLength()
    {
        Gen.Select(Gen.Int[1, 200], Gen.Int[1, 16]).Sample((npus, wanted) =>
        {
            var plan = Plan(npus);
            var map = new PartitionMap(plan, plan.PartitionsFor(wanted));
            var owners = Enumerable.Range(0, npus).Select(npu => map.Owners[npu]).ToArray();
            var sizes = owners.CountBy(owner => owner).Select(pair => pair.Value).ToArray();

            Assert.Equal(owners.Order(), owners);
            Assert.Equal(map.PartitionCount, sizes.Length);
            Assert.True(sizes.Max() - sizes.Min() <= 1);
        });
    }

    [Fact]
    public void Map_UnitsOfNpus_KeepsThemTogether()
    {
        var plan = Plan(npus: 10);
        plan.LimitLookahead(new SimDuration(500));
        plan.KeepTogether(4);

        var map = new PartitionMap(plan, plan.PartitionsFor(8));

        Assert.Equal(3, map.PartitionCount);
        Assert.Equal(map.Owners[4], map.Owners[7]);
        Assert.NotEqual(map.Owners[3], map.Owners[4]);
    }

    [Fact]
    public void SiteInPartition_AnyNumbers_CountsTheSitesOfEachPartitionFromZero()
    {
        Gen.Select(Gen.Int[1, 200], Gen.Int[1, 16]).Sample((npus, wanted) =>
        {
            var plan = Plan(npus);
            var map = new PartitionMap(plan, plan.PartitionsFor(wanted));
            foreach (var partition in Enumerable.Range(0, map.PartitionCount))
            {
                var sites = map.ActorsOf(partition).Select(map.SiteInPartition);
                Assert.Equal(Enumerable.Range(0, map.SiteCountOf(partition)), sites);
            }
        });
    }

    [Fact]
    public void PartitionsFor_NoLookahead_IsOne()
    {
        var plan = Plan(npus: 8);
        plan.LimitLookahead(default);

        Assert.Equal(1, plan.PartitionsFor(4));
    }

    private static SimulationPlan Plan(int npus)
    {
        var plan = new SimulationPlan(npus);
        for (var npu = 0; npu < npus; npu++)
        {
            plan.Add($"npu/{npu}", npu, () => throw new InvalidOperationException("Never created."));
        }

        return plan;
    }
}
