namespace ClusterSim.Workload.TextWorkloads;

/// <summary>Which NPUs a collective joins.</summary>
internal sealed record CollectiveScope
{
    /// <summary>None: the collective does not take place.</summary>
    public static readonly CollectiveScope None = new();

    /// <summary>All NPUs.</summary>
    public static readonly CollectiveScope All = new();

    /// <summary>Those that differ in the network's dimension 0 only.</summary>
    public static readonly CollectiveScope FirstDimension = new() { InvolvedDimensions = Dimensions(first: true) };

    /// <summary>Those that agree in the network's dimension 0.</summary>
    public static readonly CollectiveScope OtherDimensions = new() { InvolvedDimensions = Dimensions(first: false) };

    // As many as ASTRA-sim 1.0 has. What a list does not name is involved.
    private const int MostDimensions = 10;

    /// <summary>The process group by its name; empty: none.</summary>
    public string Group { get; init; } = "";

    /// <summary>Whether each dimension of the network is used; null: all are.</summary>
    public IReadOnlyList<bool>? InvolvedDimensions { get; init; }

    private static bool[] Dimensions(bool first) => [first, .. Enumerable.Repeat(!first, MostDimensions - 1)];
}
