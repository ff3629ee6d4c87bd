using System.Globalization;
using ClusterSim.Hosting.Results;

namespace ClusterSim.Hosting.Verification;

/// <summary>The figures of an NPU under the names that recorded cases, JSON and CSV share.</summary>
public static class Figures
{
    /// <summary>When the NPU finished: the one figure that is held even where results depend on the order of events.</summary>
    public static Figure Finish { get; } = new("finish", npu => npu.Finish.Ns, npu => npu.Finish.Ns);

    /// <summary>All figures, in the order in which they are reported.</summary>
    public static IReadOnlyList<Figure> All { get; } =
    [
        Finish,
        new("exposed", npu => npu.Exposed.Ns, npu => npu.Exposed?.Ns),
        new("wall", npu => npu.Wall.Ns, npu => npu.Wall?.Ns),
        new("gpu", npu => npu.Gpu.Ns, npu => npu.Gpu.Ns),
        new("cpu", npu => npu.Cpu.Ns, npu => npu.Cpu.Ns),
        new("comm", npu => npu.Communication.Ns, npu => npu.Communication.Ns),
        new("remote_mem", npu => npu.RemoteMemory.Ns, npu => npu.RemoteMemory.Ns),
        new("overlap", npu => npu.Overlap.Ns, npu => npu.Overlap.Ns),
        new("hidden_comm", npu => npu.HiddenCommunication.Ns, npu => npu.HiddenCommunication?.Ns),
        OfRoofline("compute_bound_percentage", roofline => roofline.ComputeBoundPercentage),
        OfRoofline("average_compute_utilization", roofline => roofline.ComputeUtilization),
        OfRoofline("average_memory_utilization", roofline => roofline.MemoryUtilization),
        OfRoofline("average_operation_intensity", roofline => roofline.OperationIntensity),
        new("peak_memory", npu => npu.PeakMemory?.Bytes, npu => npu.PeakMemory?.Bytes),
    ];

    /// <summary>Those that an experiment's NPUs have: the roofline's and the memory's only where it asks for them.</summary>
    public static IReadOnlyList<Figure> Of(SimulationResult result) =>
        [.. All.Where(figure => result.Npus.Any(npu => figure.Of(npu) is not null))];

    private static Figure OfRoofline(string name, Func<RooflineResult, double> value) =>
        new(name, npu => Round(npu.Roofline, value), npu => Round(npu.Roofline, value));

    // To the decimals that the reference prints. Through text, which rounds the exact binary value as the reference's own
    // output does; a cast to decimal would round twice.
    private static decimal? Round(RooflineResult? roofline, Func<RooflineResult, double> value) => roofline is null
        ? null
        : decimal.Parse(value(roofline).ToString("F3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
