using ClusterSim.Tracing;

namespace ClusterSim.Hosting.Simulation;

/// <summary>What the links of an actor of another node did, for a trace.</summary>
/// <param name="Actor">The number of the actor.</param>
/// <param name="Rows">Its links in order of their slots.</param>
internal sealed record LinksElsewhere(int Actor, IReadOnlyList<LinkRow> Rows);
