using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Algorithms.Packets;

/// <summary>One step of a phase: what goes out, and what is expected in return.</summary>
/// <param name="Destination">The rank that it is sent to.</param>
/// <param name="Source">The rank that one of the same size is expected from.</param>
/// <param name="Size">Its size.</param>
internal readonly record struct Packet(int Destination, int Source, ByteSize Size);
