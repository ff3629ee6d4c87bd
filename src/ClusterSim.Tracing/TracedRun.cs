namespace ClusterSim.Tracing;

/// <summary>What a trace must know of its run.</summary>
/// <param name="NpuCount">How many NPUs there are: the first actors.</param>
/// <param name="ActorNames">The names of all actors, by number.</param>
/// <param name="Nodes">What the nodes of their traces are called.</param>
public sealed record TracedRun(int NpuCount, IReadOnlyList<string> ActorNames, INodeNames Nodes);
