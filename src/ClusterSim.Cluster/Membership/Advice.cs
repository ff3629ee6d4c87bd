using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Cluster.Membership;

/// <summary>What is said where a cluster does not answer. A refused connection tells nobody why it was refused.</summary>
internal static class Advice
{
    public static string NoAnswer(HostPort node, string waited, NodeOptions own) => NoAnswer(node.ToString(), waited, own);

    public static string NoAnswer(string nodes, string waited, NodeOptions own) =>
        $"No answer from {nodes}: {waited}. Check that a node runs there and that its first line names exactly this address; "
        + (own.Tls is null ? "that it has no tls in its file, since this process has none; " : "that its certificate and this process's are signed by the other's authority; ")
        + "and what it warns of.";

    public static string OtherVersion(string other, string otherVersion, string ownVersion) =>
        $"{other} runs version {otherVersion}, this process {ownVersion}: a cluster takes one version only. Start the same program everywhere.";
}
