namespace ClusterSim.Cluster.Inputs;

/// <summary>The owner's answer where it cannot give a piece.</summary>
/// <param name="Hash">Of the whole input.</param>
/// <param name="Reason">Why, in a sentence.</param>
internal sealed record InputMissing(string Hash, string Reason);
