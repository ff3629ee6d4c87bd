namespace ClusterSim.AcceptanceTests.Clusters;

/// <summary>What takes far longer than any test waits.</summary>
internal static class LongRun
{
    public const string Experiment =
        """
        workload: { collective: all-to-all, size: 1GiB, repeat: 1000 }
        network: { topology: [Switch], npus_count: [256], bandwidth: [50], latency: [500] }
        system: { all-to-all-implementation: [direct], preferred-dataset-splits: 16, local-mem-bw: 1600 }
        """;
}
