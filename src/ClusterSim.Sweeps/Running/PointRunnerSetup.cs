using ClusterSim.Hosting.Configuration.Building;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Sweeps.Definition;

namespace ClusterSim.Sweeps.Running;

/// <summary>What running the points of one sweep on one node takes.</summary>
internal sealed record PointRunnerSetup
{
    /// <summary>What results call this node.</summary>
    public required string Node { get; init; }

    /// <summary>Runs simulations.</summary>
    public required Simulator Simulator { get; init; }

    /// <summary>Keeps what points have in common.</summary>
    public required TraceCache Traces { get; init; }

    /// <summary>What a point may take.</summary>
    public required PointLimits Limits { get; init; }

    /// <summary>Watches what all points of the process take together.</summary>
    public required MemoryGuard Memory { get; init; }

    /// <summary>Whether anything bounds a point.</summary>
    public bool IsBounded => Limits != PointLimits.None || BoundsMemory;

    /// <summary>Whether anything bounds its memory.</summary>
    public bool BoundsMemory => Limits.MemoryBytes is not null || Memory.LimitBytes is not null;
}
