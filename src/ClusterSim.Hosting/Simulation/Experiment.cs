using ClusterSim.Collectives.Options;
using ClusterSim.Network.Options;
using ClusterSim.Workload.Set;

namespace ClusterSim.Hosting.Simulation;

/// <summary>All that determines the result of one simulation, validated and immutable.</summary>
public sealed record Experiment
{
    /// <summary>What the experiment is called in summaries: its file's name, or that of its workload.</summary>
    public required string Name { get; init; }

    /// <summary>What the NPUs execute: as many graphs as the network has NPUs.</summary>
    public required WorkloadSet Workload { get; init; }

    public required NetworkOptions Network { get; init; }

    public required SystemOptions System { get; init; }

    public required RemoteMemoryOptions RemoteMemory { get; init; }
}
