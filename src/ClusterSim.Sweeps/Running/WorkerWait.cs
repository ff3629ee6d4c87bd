namespace ClusterSim.Sweeps.Running;

/// <summary>A sweep that has no workers.</summary>
/// <param name="Waited">How long it has waited for one.</param>
/// <param name="Most">How long it waits.</param>
public sealed record WorkerWait(TimeSpan Waited, TimeSpan Most);
