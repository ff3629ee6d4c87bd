namespace ClusterSim.Sweeps.Running;

/// <summary>What a node does.</summary>
/// <param name="Node">Its name.</param>
/// <param name="Slots">How many points it can run at once.</param>
/// <param name="Running">How many it runs.</param>
public sealed record NodeLoad(string Node, int Slots, int Running);
