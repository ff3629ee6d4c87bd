using System.Text.Json;

namespace ClusterSim.Inspection.Reading;

/// <summary>The figures of an NPU, times in nanoseconds.</summary>
/// <param name="Npu">Its number.</param>
/// <param name="FinishNs">When nothing was ready, running or in flight any more.</param>
/// <param name="WallNs">The last end of a node.</param>
/// <param name="ComputeNs">A compute node ran that is no CPU operation.</param>
/// <param name="CpuNs">A CPU operation ran.</param>
/// <param name="CommunicationNs">A communication node ran.</param>
/// <param name="RemoteMemoryNs">A memory node ran.</param>
/// <param name="ExposedNs">Finish less the durations of the compute nodes: it did not compute.</param>
/// <param name="HiddenNs">Compute and communication ran together.</param>
/// <param name="PeakMemory">The most memory that tensors took, in bytes; null: it is not tracked.</param>
public sealed record NpuFigures(
    int Npu, long FinishNs, long WallNs, long ComputeNs, long CpuNs, long CommunicationNs, long RemoteMemoryNs, long ExposedNs, long HiddenNs, long? PeakMemory)
{
    /// <summary>Communication overhead: the share of the wall time in which it did not compute.</summary>
    public double Overhead => WallNs == 0 ? 0 : (double)ExposedNs / WallNs;

    internal static NpuFigures Of(JsonElement npu) => new(
        npu.GetProperty("npu").GetInt32(),
        npu.GetProperty("finish").GetInt64(),
        npu.GetProperty("wall").GetInt64(),
        npu.GetProperty("gpu").GetInt64(),
        npu.GetProperty("cpu").GetInt64(),
        npu.GetProperty("comm").GetInt64(),
        npu.GetProperty("remote_mem").GetInt64(),
        npu.GetProperty("exposed").GetInt64(),
        npu.GetProperty("hidden_comm").GetInt64(),
        npu.TryGetProperty("peak_memory", out var peak) ? peak.GetInt64() : null);
}
