namespace ClusterSim.Engine;

/// <summary>How simulated messages travel between actors. Results do not depend on it.</summary>
public enum Transport
{
    /// <summary>As structs in the queues of sites.</summary>
    Fast,

    /// <summary>Every message through Akka's <c>Tell</c>: the same actors the slow way, to check the fast one against.</summary>
    Strict,
}
