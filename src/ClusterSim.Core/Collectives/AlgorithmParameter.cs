namespace ClusterSim.Core.Collectives;

/// <summary>A whole number that a system file may set for an algorithm.</summary>
/// <param name="Name">The key in system files: lower-case letters and hyphens.</param>
/// <param name="Description">What it means, unit included, in one sentence.</param>
public sealed record AlgorithmParameter(string Name, string Description)
{
    /// <summary>What holds where it is not given; null: the algorithm decides.</summary>
    public long? Default { get; init; }

    /// <summary>The least that is allowed.</summary>
    public long Least { get; init; } = 1;

    /// <summary>The most that is allowed.</summary>
    public long Most { get; init; } = int.MaxValue;

    /// <summary>Whether it may follow the name of the algorithm, as in <c>direct4</c>. One parameter at most.</summary>
    public bool IsSuffix { get; init; }
}
