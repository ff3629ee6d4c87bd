namespace ClusterSim.Collectives.Algorithms.Trees;

/// <summary>A rank's neighbours in a tree of any shape, whose root is rank 0.</summary>
/// <param name="Parent">Who is above it; null: it is the root.</param>
/// <param name="Children">Who is below it, in the order in which they are sent to; none: it is a leaf.</param>
internal sealed record TreeLinks(int? Parent, IReadOnlyList<int> Children);
