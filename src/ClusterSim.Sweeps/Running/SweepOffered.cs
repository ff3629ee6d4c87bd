using ClusterSim.Sweeps.Definition;

namespace ClusterSim.Sweeps.Running;

/// <summary>From the owner to a worker that joined: what all points have in common, sent once.</summary>
/// <param name="Name">Of the sweep.</param>
/// <param name="Base">The experiment that points vary, as YAML with everything inline.</param>
/// <param name="Limits">What a point may take.</param>
public sealed record SweepOffered(string Name, string Base, PointLimits Limits);
