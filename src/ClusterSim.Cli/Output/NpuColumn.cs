using ClusterSim.Hosting.Results;

namespace ClusterSim.Cli.Output;

/// <summary>A column of the table of NPUs.</summary>
/// <param name="Title">With its unit.</param>
/// <param name="Decimals">How many decimals it shows.</param>
/// <param name="IsOptional">Whether it is left out where no NPU has a value above 0.</param>
/// <param name="Of">The value for an NPU.</param>
internal sealed record NpuColumn(string Title, int Decimals, bool IsOptional, Func<NpuResult, decimal> Of)
{
    /// <summary>All columns, in their order.</summary>
    public static IReadOnlyList<NpuColumn> All { get; } =
    [
        new("finish ns", 0, true, npu => npu.Finish.Ns == npu.Wall.Ns ? 0 : npu.Finish.Ns),
        new("wall ns", 0, false, npu => npu.Wall.Ns),
        new("compute ns", 0, false, npu => npu.Gpu.Ns),
        new("cpu ns", 0, true, npu => npu.Cpu.Ns),
        new("communication ns", 0, false, npu => npu.Communication.Ns),
        new("hidden ns", 0, true, npu => npu.HiddenCommunication.Ns),
        new("remote memory ns", 0, true, npu => npu.RemoteMemory.Ns),
        new("exposed ns", 0, false, npu => npu.Exposed.Ns),
        new("overhead %", 3, false, npu => 100 * (decimal)Overhead.Of(npu)),
        new("compute bound %", 3, true, npu => (decimal)(npu.Roofline?.ComputeBoundPercentage ?? 0)),
        new("compute use %", 3, true, npu => (decimal)(npu.Roofline?.ComputeUtilization ?? 0)),
        new("memory use %", 3, true, npu => (decimal)(npu.Roofline?.MemoryUtilization ?? 0)),
        new("operations/B", 3, true, npu => (decimal)(npu.Roofline?.OperationIntensity ?? 0)),
        new("peak memory B", 0, true, npu => npu.PeakMemory?.Bytes ?? 0),
    ];

    public string Text(decimal value) => Quantity.Exact(value, Decimals);
}
