using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Results;

namespace ClusterSim.Tests.Cli.Output;

/// <summary>Results as a simulation might give them.</summary>
internal static class Samples
{
    public static SimulationResult Result(int npuCount = 2, IReadOnlyList<CollectiveResult>? collectives = null) => new()
    {
        Name = "sample",
        Backend = "congestion-aware",
        Npus = [.. Enumerable.Range(0, npuCount).Select(Npu)],
        Collectives = collectives ?? [Collective("all-reduce of fc", 3_000)],
        End = new SimTime(12_000),
        Messages = 56,
        Hops = 112,
        Events = 1_234,
        Elapsed = TimeSpan.FromSeconds(0.25),
        Digest = 0x00ab_cdef_0123_4567,
        Partitions = 2,
    };

    public static NpuResult Npu(int npu) => new()
    {
        Npu = npu,
        Finish = new SimTime(10_000 + 1_000 * npu),
        Wall = new SimDuration(10_000 + 1_000 * npu),
        Exposed = new SimDuration(2_000),
        Gpu = new SimDuration(8_000 + 1_000 * npu),
        Communication = new SimDuration(3_000),
    };

    public static CollectiveResult Collective(string node, long durationNs) =>
        new(node, CollectiveKind.AllReduce, null, 8, new ByteSize(1 << 20), "ring", new SimTime(500), new SimDuration(durationNs));
}
