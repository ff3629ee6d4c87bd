using ClusterSim.Cluster.Inputs;
using ClusterSim.Sweeps.Definition;

namespace ClusterSim.Sweeps.Distributed;

/// <summary>From the owner of a sweep to the nodes of a cluster, again and again: there are points to run.</summary>
/// <param name="Name">Of the sweep.</param>
/// <param name="ExperimentHash">By which the experiment that points vary is asked for.</param>
/// <param name="ExperimentSize">Its size in bytes.</param>
/// <param name="MostSeconds">How long a point may run; 0: as long as it likes.</param>
/// <param name="MostEvents">How many events a point may have; 0: as many as it likes.</param>
/// <param name="MostMemoryBytes">What a node may take for each point that it runs at once; 0: as much as it likes.</param>
public sealed record SweepAnnounced(
    string Name, string ExperimentHash, long ExperimentSize, double MostSeconds, long MostEvents, long MostMemoryBytes)
{
    internal InputId Experiment => new(ExperimentHash, ExperimentSize);

    internal PointLimits Limits => new(
        MostSeconds > 0 ? MostSeconds : null, MostEvents > 0 ? MostEvents : null, MostMemoryBytes > 0 ? MostMemoryBytes : null);

    internal static SweepAnnounced Of(string name, InputId experiment, PointLimits limits) =>
        new(name, experiment.Hash, experiment.Size, limits.Seconds ?? 0, limits.Events ?? 0, limits.MemoryBytes ?? 0);
}
