namespace ClusterSim.Workload.Conversion;

/// <summary>In what form a workload stands in files.</summary>
public enum WorkloadFormat
{
    /// <summary>Chakra execution traces: <c>prefix.3.et</c> is what NPU 3 executes.</summary>
    Traces,

    /// <summary>The same as JSON: <c>prefix.3.json</c>.</summary>
    Json,

    /// <summary>Version-1 text: one file for all NPUs.</summary>
    Text,
}
