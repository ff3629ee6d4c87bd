namespace ClusterSim.Inspection.Waits;

/// <summary>How long an NPU did nothing but wait for one other actor.</summary>
/// <param name="Npu">Who waited.</param>
/// <param name="For">Whom for: the NPU that sent what it waited for, or a memory.</param>
/// <param name="Times">How often.</param>
/// <param name="TotalNs">How long, together.</param>
/// <param name="LongestNs">The longest time.</param>
/// <param name="LongestFromNs">When that one began.</param>
public sealed record Wait(int Npu, int For, long Times, long TotalNs, long LongestNs, long LongestFromNs);
