namespace ClusterSim.Network.Options;

/// <summary>A network whose devices and links are given one by one.</summary>
/// <param name="Graph">They.</param>
/// <param name="Shape">The numbers of NPUs in each dimension as collectives see them; their product is the number of NPUs.</param>
/// <param name="Weight">What the shortest way has least of.</param>
/// <param name="EqualWays">Which chunks may take different ones of several shortest ways.</param>
/// <param name="Seed">Decides which way each of them takes.</param>
public sealed record GraphOptions(NetworkGraph Graph, IReadOnlyList<int> Shape, RouteWeight Weight, EqualWays EqualWays, long Seed);
