namespace ClusterSim.Cluster.Membership;

/// <summary>Names below <c>/user</c> of what every process of a cluster has.</summary>
internal static class ActorNames
{
    /// <summary>Answers whoever asks from outside: which version, which members.</summary>
    public const string Gate = "gate";

    /// <summary>Tells other members how the node is.</summary>
    public const string Node = "node";

    public const string Inputs = "inputs";

    public const string InputSource = "input-source";

    public const string Members = "members";

    public const string SeedWatch = "seed-watch";
}
