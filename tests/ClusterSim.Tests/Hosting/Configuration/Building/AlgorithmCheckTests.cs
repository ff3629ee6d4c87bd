using ClusterSim.Tests.Workload;
using ClusterSim.Workload.Chakra;
using Xunit;

namespace ClusterSim.Tests.Hosting.Configuration.Building;

public sealed class AlgorithmCheckTests : IDisposable
{
    private readonly InputFolder input = new();

    public void Dispose() => input.Dispose();

    [Theory]
    [InlineData("halvingDoubling", "halvingDoubling")]
    [InlineData("oneHalvingDoubling", "halvingDoubling")]
    [InlineData("doubleBinaryTree", "doubleBinaryTree")]
    public void Algorithm_OnSizeThatIsNoPowerOfTwo_IsRefused(string name, string algorithm) => Assert.Equal(
        [
            $"--set system.all-reduce-implementation[0]: {algorithm} needs a number of ranks that is a power of two, not 6. "
                + "Asked for by node 0 (all_reduce) of NPU 0, among all 6 NPUs. Use ring or direct or tree or hierarchical.",
        ],
        input.Problems("network.npus_count=[6]", $"system.all-reduce-implementation=[{name}]"));

    [Fact]
    public void Algorithm_OfKindThatTheWorkloadDoesNotUse_IsNotJudged() =>
        Assert.Empty(input.Problems("network.npus_count=[6]", "system.all-gather-implementation=[halvingDoubling]"));

    [Fact]
    public void Algorithm_SpanningDimensionsThatAreNoPowerOfTwo_IsJudgedByTheWholeSystem()
    {
        input.Write("network.yml", "topology: [Ring, Switch]\nnpus_count: [3, 4]\nbandwidth: [50, 25]\nlatency: [500, 700]\n");

        Assert.Contains(
            "not 12",
            Assert.Single(input.Problems("backend=congestion-unaware", "system.all-reduce-implementation=[oneHalvingDoubling]")));
    }

    [Fact]
    public void Algorithm_OfOneDimension_IsJudgedByThatDimension()
    {
        input.Write("network.yml", "topology: [Ring, Switch]\nnpus_count: [3, 4]\nbandwidth: [50, 25]\nlatency: [500, 700]\n");

        Assert.Empty(input.Problems("backend=congestion-unaware", "system.all-reduce-implementation=[ring, halvingDoubling]"));
        Assert.Contains(
            "all-reduce-implementation[0]: halvingDoubling needs a number of ranks that is a power of two, not 3.",
            Assert.Single(input.Problems("backend=congestion-unaware", "system.all-reduce-implementation=[halvingDoubling, ring]")));
    }

    [Fact]
    public void Algorithm_OfPhaseThatItCannotRun_IsRefused() => Assert.Contains(
        "halvingDoubling cannot run",
        Assert.Single(input.Problems("workload.collective=all-to-all", "system.all-to-all-implementation=[halvingDoubling]")));

    [Theory]
    [InlineData("doubleBinaryTree", "doubleBinaryTree cannot run in a group that does not hold all NPUs.")]
    [InlineData("halvingDoubling", null)]
    public void Algorithm_InASmallerGroup_IsJudgedAsSuch(string algorithm, string? problem)
    {
        for (var npu = 0; npu < 4; npu++)
        {
            var collective = TraceMessages.Collective(0, CollectiveCommType.AllReduce);
            collective.Attr.Add(new AttributeProto { Name = "pg_name", StringVal = npu < 2 ? "1" : "2" });
            File.WriteAllBytes(input.PathOf($"w.{npu}.et"), TraceMessages.ToBytes(collective));
        }

        var problems = input.Problems(
            $"workload={{traces: {input.PathOf("w")}}}", "groups={'1': [0, 1], '2': [2, 3]}", $"system.all-reduce-implementation=[{algorithm}]");

        if (problem is not null)
        {
            Assert.Contains(problems, text => text.Contains(problem, StringComparison.Ordinal));
        }
        else
        {
            Assert.DoesNotContain(problems, text => text.Contains(algorithm, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void ReplayOnly_TakesCollectivesThatCannotBeSimulated()
    {
        for (var npu = 0; npu < 4; npu++)
        {
            var trace = TraceMessages.ToBytes(TraceMessages.Collective(0, CollectiveCommType.ReduceScatterBlock));
            File.WriteAllBytes(input.PathOf($"w.{npu}.et"), trace);
        }

        Assert.Empty(input.Problems($"workload={{ traces: {input.PathOf("w")} }}", "system.replay-only=1"));
    }

    [Fact]
    public void ReplayOnly_AsksNothingOfAlgorithms() =>
        Assert.Empty(
            input.Problems("network.npus_count=[6]", "system.all-reduce-implementation=[halvingDoubling]", "system.replay-only=1"));
}
