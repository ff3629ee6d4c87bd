using ClusterSim.Core.Units;

namespace ClusterSim.Workload.Graph;

/// <summary>That a node reads or writes a tensor.</summary>
/// <param name="Tensor">The tensor's number in its graph: index into <see cref="TensorUses.Names"/>.</param>
/// <param name="Size">The bytes that the tensor takes.</param>
public readonly record struct TensorUse(int Tensor, ByteSize Size);
