namespace ClusterSim.Workload.Set;

/// <summary>What messages call those that replay the traces of a prefix, and those that ask for them.</summary>
/// <param name="One">One of them.</param>
/// <param name="Whole">What has a number of them.</param>
/// <param name="Traces">What has the traces.</param>
internal sealed record TraceNouns(string One, string Whole, string Traces)
{
    public static TraceNouns Workload { get; } = new("NPU", "network", "workload");

    public static TraceNouns CustomCollective { get; } = new("rank", "collective", "custom algorithm");
}
