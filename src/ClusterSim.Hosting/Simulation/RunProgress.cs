using ClusterSim.Core.Units;

namespace ClusterSim.Hosting.Simulation;

/// <summary>How far a running simulation is.</summary>
/// <param name="Now">The simulated time that every partition has reached.</param>
/// <param name="Events">Messages handled so far.</param>
/// <param name="FinishedNpus">NPUs that have come to their end.</param>
/// <param name="Npus">All NPUs.</param>
public sealed record RunProgress(SimTime Now, long Events, int FinishedNpus, int Npus);
