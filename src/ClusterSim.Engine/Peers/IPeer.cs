using ClusterSim.Engine.Partitions;

namespace ClusterSim.Engine.Peers;

/// <summary>Another partition of the same simulation, as one sees it.</summary>
internal interface IPeer
{
    /// <summary>Tells the peer that this partition has come to the end of a window, and hands over what it has for it.</summary>
    /// <param name="window">The window's number.</param>
    /// <param name="next">A time before which nothing happens that this partition knows of.</param>
    /// <param name="isLast">Whether no window follows.</param>
    /// <param name="border">What is on its way.</param>
    void Sync(long window, long next, bool isLast, Border border);
}
