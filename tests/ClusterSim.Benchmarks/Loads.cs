namespace ClusterSim.Benchmarks;

/// <summary>
/// The loads. Collectives are of 1 MiB a rank in 4 chunks, one active chunk a dimension, LIFO, endpoint delay 10 ns, local memory
/// of 1600 GB/s, localBWAware, links of 50 GB/s and 500 ns. The reference's figures (ASTRA-sim 2.2, analytical network) were
/// measured on a machine of two cores, together with the yardstick.
/// </summary>
internal static class Loads
{
    private const string TenThousandPoints =
        "- { network.bandwidth: { from: 10, to: 1000, step: 10 } }\n- { network.latency: { from: 25, to: 2500, step: 25 } }";

    public static IReadOnlyList<Load> All { get; } =
    [
        OneDimension("ring-8", "all-reduce", "ring", "Ring", 8, null, 0.9, 70),
        OneDimension("ring-512", "all-reduce", "ring", "Ring", 512, 8.2, 1.6, 110),
        OneDimension("switch-512", "all-reduce", "ring", "Switch", 512, 8.4, 1.6, 110),
        OneDimension("ring-1024", "all-reduce", "ring", "Ring", 1024, 34, 3.4, 160),
        OneDimension("direct-256", "all-to-all", "direct", "Switch", 256, 6.0, 1.2, 120),
        OneDimension("direct-512", "all-to-all", "direct", "Switch", 512, 39, 2, 180),
        OneDimension("fully-512", "all-to-all", "direct", "FullyConnected", 512, 30, 2, 180),
        new("jitter-256", Experiment("{ traces: jitter }", "direct", "[Switch]", "[256]", "[50]", "congestion-aware"), 13, 1.5, 130, WriteTraces: JitterTraces.Write),
        new("cube-8192", Experiment(Collective("all-reduce"), "ring", "[Switch, Ring, Ring]", "[8, 32, 32]", "[400, 50, 50]", "congestion-unaware"), 74, 4, 350),
        new("trace-1m", Experiment("{ traces: large }", "ring", "[Ring]", "[2]", "[50]", "congestion-aware"), null, 10, 400, WriteTraces: LargeTrace.Write),
        Sweep("sweep-1000", "- { network.bandwidth: { from: 25, to: 1000, step: 25 } }\n- { network.latency: { from: 100, to: 2500, step: 100 } }", 5, 120),
        Sweep("sweep-10000", TenThousandPoints, null, 130),
        Sweep(
            "sweep-grid",
            """
            - network.npus_count: { from: 8, to: 128, times: 2 }
            - workload.size: { from: 1KiB, to: 1MiB, times: 2 }
            - network.topology: [Ring, Switch]
            - workload.collective: [all-reduce, all-gather]
            """,
            8,
            200),
        OneDimension("ring-512-traced", "all-reduce", "ring", "Ring", 512, null, 2.5, 250) with { IsTraced = true },
        Shared("ring-2048-two-processes", "all-reduce", "ring", "Ring", 2048, 1.5),
        Shared("direct-512-two-processes", "all-to-all", "direct", "Switch", 512, 2),

        // 0.8 of the speed is 1.25 times the time.
        Sweep("sweep-10000-two-processes", TenThousandPoints, 1.25, 0) with { LimitMiB = null, IsShared = true },
    ];

    private static Load OneDimension(
        string name, string kind, string algorithm, string topology, int npus, double? reference, double limit, double limitMiB) =>
        new(name, Experiment(Collective(kind), algorithm, $"[{topology}]", $"[{npus}]", "[50]", "congestion-aware"), reference, limit, limitMiB);

    private static Load Shared(string name, string kind, string algorithm, string topology, int npus, double limit) =>
        OneDimension(name, kind, algorithm, topology, npus, null, limit, 0) with { LimitMiB = null, IsShared = true };

    // The axes of a sweep over an all-reduce of 8 NPUs on a switch.
    private static Load Sweep(string name, string axes, double? limit, double limitMiB)
    {
        var experiment = Experiment(Collective("all-reduce"), "ring", "[Switch]", "[8]", "[50]", "congestion-aware");
        return new(name, $"base:\n  {experiment.ReplaceLineEndings("\n  ")}\naxes:\n{axes}\n", null, limit, limitMiB, IsSweep: true);
    }

    private static string Collective(string kind) => $"{{ collective: {kind}, size: 1MiB }}";

    private static string Experiment(string workload, string algorithm, string topologies, string npus, string bandwidths, string backend)
    {
        var dimensions = topologies.Split(',').Length;
        var algorithms = $"[{string.Join(", ", Enumerable.Repeat(algorithm, dimensions))}]";
        var latencies = $"[{string.Join(", ", Enumerable.Repeat("500", dimensions))}]";
        return $$"""
            workload: {{workload}}
            network: { topology: {{topologies}}, npus_count: {{npus}}, bandwidth: {{bandwidths}}, latency: {{latencies}} }
            system:
              scheduling-policy: LIFO
              endpoint-delay: 10
              active-chunks-per-dimension: 1
              preferred-dataset-splits: 4
              all-reduce-implementation: {{algorithms}}
              all-gather-implementation: {{algorithms}}
              reduce-scatter-implementation: {{algorithms}}
              all-to-all-implementation: {{algorithms}}
              collective-optimization: localBWAware
              local-mem-bw: 1600
            backend: {{backend}}
            """;
    }
}
