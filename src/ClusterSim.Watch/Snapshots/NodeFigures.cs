namespace ClusterSim.Watch.Snapshots;

/// <summary>A process that runs points of a sweep.</summary>
/// <param name="Name">The node.</param>
/// <param name="Slots">How many points it can run at once.</param>
/// <param name="Running">How many it runs.</param>
/// <param name="Points">Which; of many only some.</param>
/// <param name="Cores">How many cores it took, over the last seconds; null: not known yet.</param>
public sealed record NodeFigures(string Name, int Slots, int Running, IReadOnlyList<int> Points, double? Cores);
