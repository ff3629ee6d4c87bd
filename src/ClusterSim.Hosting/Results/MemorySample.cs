using ClusterSim.Core.Units;

namespace ClusterSim.Hosting.Results;

/// <summary>From this time on, tensors take this much memory.</summary>
public readonly record struct MemorySample(SimTime Time, ByteSize Size);
