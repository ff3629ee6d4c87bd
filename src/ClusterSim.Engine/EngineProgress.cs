using ClusterSim.Core.Units;
using ClusterSim.Engine.Actors;
using ClusterSim.Engine.Hosts;

namespace ClusterSim.Engine;

/// <summary>How far a running simulation is.</summary>
/// <param name="Now">The simulated time that every partition has reached.</param>
/// <param name="Events">Messages handled so far.</param>
/// <param name="Completed">Actors that have come to the end of their work.</param>
/// <param name="Use">
/// What is in use of the actors' parts; none: nobody follows closely (<see cref="ICloseProgress{T}"/>), or they have none. A look at actors that
/// are up to a window apart, so not exact.
/// </param>
/// <param name="Hosts">What each process does.</param>
public sealed record EngineProgress(SimTime Now, long Events, int Completed, PartUse Use, IReadOnlyList<HostLoad> Hosts);
