using ClusterSim.Core.Units;
using ClusterSim.Engine.Actors;
using ClusterSim.Engine.Hosts;

namespace ClusterSim.Hosting.Simulation;

/// <summary>How far a running simulation is.</summary>
/// <param name="Now">The simulated time that every partition has reached.</param>
/// <param name="Events">Messages handled so far.</param>
/// <param name="FinishedNpus">NPUs that have come to their end.</param>
/// <param name="Npus">All NPUs.</param>
public sealed record RunProgress(SimTime Now, long Events, int FinishedNpus, int Npus)
{
    /// <summary>Links that carry data at the moment, and all; none: nobody follows the run closely, or the network is modelled without links.</summary>
    public PartUse Links { get; init; }

    /// <summary>What each process does for the run.</summary>
    public IReadOnlyList<HostLoad> Hosts { get; init; } = [];
}
