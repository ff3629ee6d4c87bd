namespace ClusterSim.Watch.Snapshots;

/// <summary>A process that simulates a part of a run.</summary>
/// <param name="Name">The node.</param>
/// <param name="Partitions">How many partitions it has.</param>
/// <param name="FinishedNpus">Its NPUs that have come to their end.</param>
/// <param name="EventsPerSecond">Messages it handled in a second, over the last two.</param>
/// <param name="Cores">How many cores it took, over the last seconds; null: not known yet.</param>
public sealed record HostFigures(string Name, int Partitions, int FinishedNpus, double EventsPerSecond, double? Cores);
