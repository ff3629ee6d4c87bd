using ClusterSim.Collectives.Options;
using Xunit;

namespace ClusterSim.Tests.Hosting.Configuration.Building;

public sealed class RemoteMemoryBuilderTests : IDisposable
{
    private readonly InputFolder input = new();

    public void Dispose() => input.Dispose();

    [Fact]
    public void Memory_NotGiven_IsNone() => Assert.Equal(RemoteMemoryOptions.None, input.Load().Experiment.RemoteMemory);

    [Fact]
    public void Memory_WithoutExpansion_IsNone() =>
        Assert.Equal(RemoteMemoryOptions.None, input.Load("memory={memory-type: NO_MEMORY_EXPANSION}").Experiment.RemoteMemory);

    [Fact]
    public void Memory_PerNode_HasItsFigures()
    {
        input.Write("remote_memory.json", """
            {
              "memory-type": "PER_NODE_MEMORY_EXPANSION", "remote-mem-latency": 2000, "remote-mem-bw": 50,
              "num-nodes": 2, "num-npus-per-node": 2
            }
            """);

        var memory = input.Load("memory=" + input.PathOf("remote_memory.json")).Experiment.RemoteMemory;

        Assert.Equal(RemoteMemoryKind.PerNode, memory.Kind);
        Assert.Equal(2000, memory.Latency.Ns);
        Assert.Equal(50, memory.Bandwidth.BytesPerNs);
        Assert.Equal(2, memory.NpusPerNode);
    }

    [Theory]
    [InlineData(
        "{memory-type: POOL}",
        "--set memory.memory-type: POOL is not allowed: give one of NO_MEMORY_EXPANSION, PER_NPU_MEMORY_EXPANSION, "
            + "PER_NODE_MEMORY_EXPANSION, MEMORY_POOL.")]
    [InlineData(
        "{memory-type: MEMORY_POOL, remote-mem-latency: 5}",
        "--set memory: remote-mem-bw is missing, which MEMORY_POOL needs: give a number from 0.000001 to 1,000,000,000,000 (bytes a nanosecond).")]
    [InlineData(
        "{memory-type: MEMORY_POOL, remote-mem-latency: -5, remote-mem-bw: 1}",
        "--set memory.remote-mem-latency: -5 is not allowed: give a whole number from 0 to 1,000,000,000,000,000 (ns).")]
    [InlineData(
        "{memory-type: PER_NODE_MEMORY_EXPANSION, remote-mem-latency: 5, remote-mem-bw: 1, num-nodes: 1, num-npus-per-node: 2}",
        "--set memory.num-nodes: num-nodes 1 times num-npus-per-node 2 is 2, but the network has 4 NPUs. Give as many nodes as the "
            + "NPUs need.")]
    [InlineData(
        "{memory-type: PER_NODE_MEMORY_EXPANSION, remote-mem-latency: 5, remote-mem-bw: 1, num-nodes: 4, num-npus-per-node: 2}",
        "--set memory.num-nodes: num-nodes 4 times num-npus-per-node 2 is 8, but the network has 4 NPUs, which are in the first 2 nodes. "
            + "Set num-nodes to 2, or num-npus-per-node to fewer.")]
    [InlineData(
        "{memory-type: PER_NODE_MEMORY_EXPANSION, remote-mem-latency: 5, remote-mem-bw: 1, num-nodes: 2, num-npus-per-node: 8}",
        "--set memory.num-nodes: num-nodes 2 times num-npus-per-node 8 is 16, but the network has 4 NPUs, which are in the first node. "
            + "Set num-nodes to 1, or num-npus-per-node to fewer.")]
    public void Memory_Wrong_SaysWhatIsAllowed(string memory, string problem) =>
        Assert.Equal([problem], input.Problems($"memory={memory}"));

    [Fact]
    public void Memory_OfWhichTheLastNodeIsNotFull_IsNoted() =>
        Assert.Equal(
            ["--set memory.num-nodes: num-nodes 2 times num-npus-per-node 3 is 6, but the network has 4 NPUs. So the last node has only 1."],
            input.Load("memory={memory-type: PER_NODE_MEMORY_EXPANSION, remote-mem-latency: 5, remote-mem-bw: 1, num-nodes: 2, num-npus-per-node: 3}").Notes);
}
