namespace ClusterSim.Testing.Clusters;

/// <summary>A message as it looks on the wire, whatever it claims to be.</summary>
/// <param name="Manifest">The name of its type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ForgedMessage(string Manifest, byte[] Content);
