using Xunit;

namespace ClusterSim.Tests.Hosting.Configuration.Building;

public sealed class SizeCheckTests : IDisposable
{
    private readonly InputFolder input = new();

    public void Dispose() => input.Dispose();

    [Fact]
    public void Size_TooLargeOnceScaled_NamesTheNodeAndBothSizes() =>
        Assert.Equal(
            ["--set comm-scale: The 1,099,511,627,776 B of node 0 (all_reduce) become 1,099,511,627,776,000,000 B; the most allowed is "
                + "9,007,199,254,740,992. Give smaller ones."],
            input.Problems("workload.size=1024GiB", "workload.repeat=3", "comm-scale=1000000"));

    [Fact]
    public void AllGather_OfMoreThanBytesCanBeCounted_IsRefused() =>
        Assert.Equal(
            ["experiment.yaml:1 workload: The all-gather of node 0 (all_gather) gathers 9,007,199,254,740,992 B from each of 1,024 NPUs, "
                + "9223372036854780000 B in all; the most allowed is 4,611,686,018,427,387,904. Give smaller ones."],
            input.Problems("workload.collective=all-gather", "workload.size=8388608GiB", "network.npus_count=[1024]"));

    [Fact]
    public void Duration_TooLongOnceScaled_NamesTheNode() =>
        Assert.Contains(
            "--set compute-scale: The 1,000,000,000,000,000 ns of node 0 (a_fwd) become ",
            Assert.Single(input.Problems(
                "workload={ layers: [ { name: a, forward_us: 1000000000000, input_gradient_us: 0, weight_gradient_us: 0, all_reduce: 0 } ] }",
                "compute-scale=1000000")),
            StringComparison.Ordinal);

    [Fact]
    public void Algorithm_OfMoreMessagesThanCanBeCounted_IsRefused() =>
        Assert.Contains(
            "ring sends more messages among 1,048,576 NPUs than a run can count.",
            Assert.Single(input.Problems("workload.collective=all-to-all", "network.npus_count=[1048576]")),
            StringComparison.Ordinal);
}
