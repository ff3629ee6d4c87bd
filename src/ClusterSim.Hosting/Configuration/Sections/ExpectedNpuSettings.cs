using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Sections;

/// <summary>The keys of the figures of one NPU in a recorded case, which are those of the results in JSON.</summary>
internal static class ExpectedNpuSettings
{
    public static readonly Setting<long> Npu = new("npu", new WholeNumberKind(0, NetworkSettings.MostNpus - 1), "The NPU.")
    { IsRequired = true };

    public static readonly Setting<long> Finish = Time("finish", "When it finished", isRequired: true);

    public static readonly Setting<long> FinishMin = Time("finish_min", "The earliest finish under other orders of simultaneous events");

    public static readonly Setting<long> FinishMax = Time("finish_max", "The latest finish under other orders of simultaneous events");

    /// <summary>Less than 0 where nodes that are only replayed run side by side.</summary>
    public static readonly Setting<long> Exposed = new(
        "exposed", new WholeNumberKind(long.MinValue, long.MaxValue, "ns"), "Finish less compute, in ns.");

    public static readonly Setting<long> Wall = Time("wall", "The last end of a node");

    public static readonly Setting<long> Gpu = Time("gpu", "Time with a compute node that is no CPU operation");

    public static readonly Setting<long> Cpu = Time("cpu", "Time with a compute node that is a CPU operation");

    public static readonly Setting<long> Communication = Time("comm", "Time with a communication node");

    public static readonly Setting<long> RemoteMemory = Time("remote_mem", "Time with a memory node");

    public static readonly Setting<long> Overlap = Time("overlap", "gpu + comm - wall, where positive");

    public static readonly Setting<long> HiddenCommunication = Time("hidden_comm", "Time with compute and communication together");

    public static readonly Setting<double> ComputeBound =
        Figure("compute_bound_percentage", "Share of time at peak performance in per cent");

    public static readonly Setting<double> ComputeUtilization =
        Figure("average_compute_utilization", "Performance over peak in per cent");

    public static readonly Setting<double> MemoryUtilization =
        Figure("average_memory_utilization", "Memory traffic over bandwidth in per cent");

    public static readonly Setting<double> OperationIntensity =
        Figure("average_operation_intensity", "Operations a byte");

    /// <summary>The figures of the roofline, of which all are given or none.</summary>
    public static readonly IReadOnlyList<Setting> Roofline = [ComputeBound, ComputeUtilization, MemoryUtilization, OperationIntensity];

    public static readonly Setting<long> PeakMemory = new(
        "peak_memory", new WholeNumberKind(0, long.MaxValue, "bytes"), "The most memory that tensors took, in bytes.");

    public static readonly Section Section = new(
        "the record of an NPU",
        "What one NPU is expected to show. A kind of node that did not run is left out.",
        [
            Npu, Finish, FinishMin, FinishMax, Exposed, Wall, Gpu, Cpu, Communication, RemoteMemory, Overlap, HiddenCommunication,
            .. Roofline, PeakMemory,
        ]);

    private static Setting<long> Time(string key, string help, bool isRequired = false) =>
        new(key, new WholeNumberKind(0, long.MaxValue, "ns"), $"{help}, in ns.") { IsRequired = isRequired };

    private static Setting<double> Figure(string key, string help) => new(key, new NumberKind(0), $"{help}.");
}
