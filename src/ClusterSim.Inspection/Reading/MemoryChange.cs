namespace ClusterSim.Inspection.Reading;

/// <summary>A row of <c>memory.parquet</c>: from a time on, the tensors of an NPU take this much memory.</summary>
/// <param name="Npu">The NPU.</param>
/// <param name="TimeNs">The time.</param>
/// <param name="Bytes">The memory.</param>
public readonly record struct MemoryChange(int Npu, long TimeNs, long Bytes);
