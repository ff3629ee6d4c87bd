using ClusterSim.Core.Units;

namespace ClusterSim.Engine;

/// <summary>How far a running simulation is.</summary>
/// <param name="Now">The simulated time that every partition has reached.</param>
/// <param name="Events">Messages handled so far.</param>
/// <param name="Completed">Actors that have come to the end of their work.</param>
public sealed record EngineProgress(SimTime Now, long Events, int Completed);
