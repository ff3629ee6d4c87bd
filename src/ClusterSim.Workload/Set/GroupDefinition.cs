namespace ClusterSim.Workload.Set;

/// <summary>A process group as a user defines it, not yet checked against the number of NPUs.</summary>
/// <param name="Name">What collectives name it by (<c>pg_name</c>).</param>
/// <param name="Ranks">The NPUs in it, in ring order.</param>
/// <param name="Where">File and key, for messages.</param>
public sealed record GroupDefinition(string Name, IReadOnlyList<int> Ranks, string Where)
{
    /// <summary>
    /// Whether all of its NPUs could be read. If not, what is missing was already told: the others are checked, and that a
    /// collective may name the group. True by default.
    /// </summary>
    public bool IsWhole { get; init; } = true;
}
