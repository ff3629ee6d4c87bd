namespace ClusterSim.Workload.Set;

/// <summary>A process group that collectives of a workload may name.</summary>
/// <param name="Name">As in the traces (<c>pg_name</c>).</param>
/// <param name="Id">Its number: the name, where that is one; else the order of definition. Stream ids start from it.</param>
/// <param name="Ranks">The NPUs in it, in ring order.</param>
public sealed record ProcessGroup(string Name, int Id, IReadOnlyList<int> Ranks)
{
    /// <summary>Whether all of its NPUs could be read. Always so in a workload without mistakes.</summary>
    public bool IsWhole { get; init; } = true;
}
