using ClusterSim.Core.Messages;

namespace ClusterSim.Network.CongestionAware;

/// <summary>Where a link takes a chunk.</summary>
/// <param name="Entrance">The actor that takes the chunk at the far end.</param>
/// <param name="IsLast">Whether that is the chunk's destination.</param>
internal readonly record struct Hop(ActorId Entrance, bool IsLast);
