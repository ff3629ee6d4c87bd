namespace ClusterSim.Hosting.Nodes;

/// <summary>Files in PEM form that secure the connections of a node.</summary>
/// <param name="Certificate">The node's certificate, which it shows to whomever it talks to.</param>
/// <param name="Key">The certificate's private key.</param>
/// <param name="Authority">The certificate of the authority; only what it has signed may talk to the node.</param>
public sealed record NodeTls(string Certificate, string Key, string Authority);
