namespace ClusterSim.Cluster.Inputs;

/// <summary>What a submitting process offers under a hash.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Open">Opens its content.</param>
internal sealed record OfferedInput(string Name, Func<Stream> Open);
