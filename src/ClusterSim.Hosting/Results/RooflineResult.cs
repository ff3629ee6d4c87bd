namespace ClusterSim.Hosting.Results;

/// <summary>Averages over an NPU's compute nodes, weighted by their durations as the reference does.</summary>
/// <param name="ComputeBoundPercentage">Share of time at peak performance, in per cent.</param>
/// <param name="ComputeUtilization">Performance over peak performance, in per cent.</param>
/// <param name="MemoryUtilization">Memory traffic over local memory bandwidth, in per cent.</param>
/// <param name="OperationIntensity">Operations a byte.</param>
public sealed record RooflineResult(
    double ComputeBoundPercentage, double ComputeUtilization, double MemoryUtilization, double OperationIntensity);
