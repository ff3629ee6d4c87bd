namespace ClusterSim.Network.Options;

/// <summary>A link of a graph, in one direction.</summary>
/// <param name="From">The device that it leaves; NPUs first, then switches.</param>
/// <param name="To">Another device.</param>
/// <param name="Terms">What it can do.</param>
public sealed record GraphLink(int From, int To, LinkTerms Terms);
