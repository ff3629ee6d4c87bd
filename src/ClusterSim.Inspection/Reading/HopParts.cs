namespace ClusterSim.Inspection.Reading;

/// <summary>What the time of a hop consists of; together it is the whole.</summary>
/// <param name="QueueingNs">The chunk waited for the link.</param>
/// <param name="SerialisationNs">The link sent it: size / bandwidth.</param>
/// <param name="LatencyNs">It was on its way.</param>
public readonly record struct HopParts(long QueueingNs, long SerialisationNs, long LatencyNs);
