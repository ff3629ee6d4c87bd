namespace ClusterSim.Cluster.Inputs;

/// <summary>A node asks the owner of an input for a piece of it, and so says that it needs none before it again.</summary>
/// <param name="Hash">Of the whole input.</param>
/// <param name="Offset">Where the piece begins, in bytes.</param>
internal sealed record PieceWanted(string Hash, long Offset);
