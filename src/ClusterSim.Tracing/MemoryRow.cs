namespace ClusterSim.Tracing;

/// <summary>From a time on, the tensors of an NPU take this much memory.</summary>
/// <param name="Npu">The NPU.</param>
/// <param name="TimeNs">The time.</param>
/// <param name="Bytes">The memory.</param>
public readonly record struct MemoryRow(int Npu, long TimeNs, long Bytes);
