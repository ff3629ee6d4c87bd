namespace ClusterSim.BrowserTests.Watching;

/// <summary>What is watched.</summary>
internal static class WatchedRuns
{
    /// <summary>A run that takes far longer than any test waits.</summary>
    public const string Endless =
        """
        workload: { collective: all-to-all, size: 1GiB, repeat: 1000 }
        network: { topology: [Switch], npus_count: [256], bandwidth: [50], latency: [500] }
        system: { all-to-all-implementation: [direct], preferred-dataset-splits: 16, local-mem-bw: 1600 }
        """;

    /// <summary>A run of some seconds.</summary>
    public const string Short =
        """
        workload: { collective: all-to-all, size: 256MiB, repeat: 20 }
        network: { topology: [Switch], npus_count: [128], bandwidth: [50], latency: [500] }
        system: { all-to-all-implementation: [direct], preferred-dataset-splits: 16, local-mem-bw: 1600 }
        """;

    /// <summary>A sweep of which the second of three points has more events than it may have, which it comes to in some seconds.</summary>
    public const string Sweep =
        """
        base:
          workload: { collective: all-reduce, size: 1MiB }
          network: { topology: [Ring], npus_count: [16], bandwidth: [50], latency: [500] }
          system: { local-mem-bw: 1600 }
        axes:
          - workload.repeat: [1, 100000, 2]
        limits: { events: 50000000 }
        """;
}
