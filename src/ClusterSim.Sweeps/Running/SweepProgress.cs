namespace ClusterSim.Sweeps.Running;

/// <summary>How far a sweep is.</summary>
/// <param name="Done">Points with figures, those of earlier sweeps into the folder among them.</param>
/// <param name="Failed">Points without.</param>
/// <param name="Total">All points.</param>
/// <param name="Before">How many were finished when the sweep began.</param>
/// <param name="Nodes">Who works.</param>
/// <param name="Waiting">How long it has waited for a worker; null: there are workers.</param>
public sealed record SweepProgress(int Done, int Failed, int Total, int Before, IReadOnlyList<NodeLoad> Nodes, WorkerWait? Waiting);
