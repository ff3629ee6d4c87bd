using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Hosting.Configuration.Validation;

/// <summary>What all NPUs of a group must have equally often.</summary>
/// <param name="Kind">What a collective does.</param>
/// <param name="Size">The bytes that each brings.</param>
/// <param name="InvolvedDimensions">The network dimensions that it uses.</param>
internal readonly record struct CollectiveSignature(CollectiveKind Kind, ByteSize Size, uint InvolvedDimensions);
