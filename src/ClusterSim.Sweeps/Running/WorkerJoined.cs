namespace ClusterSim.Sweeps.Running;

/// <summary>From a worker to the owner: here is somebody who runs points. Said again until there is an answer.</summary>
/// <param name="Node">What tables call it.</param>
/// <param name="Slots">How many points it runs at once.</param>
public sealed record WorkerJoined(string Node, int Slots);
