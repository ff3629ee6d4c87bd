namespace ClusterSim.Sweeps.Running;

/// <summary>What a node does.</summary>
/// <param name="Node">Its name.</param>
/// <param name="Slots">How many points it can run at once.</param>
/// <param name="Running">How many it runs.</param>
public sealed record NodeLoad(string Node, int Slots, int Running)
{
    /// <summary>The points that it runs, in their order; of many only some.</summary>
    public IReadOnlyList<int> Points { get; init; } = [];

    /// <summary>The processor time that its process has taken so far, for whatever it does, as last told; null: not told yet.</summary>
    public TimeSpan? Computed { get; init; }
}
