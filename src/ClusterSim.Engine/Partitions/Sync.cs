using ClusterSim.Engine.Events;

namespace ClusterSim.Engine.Partitions;

/// <summary>What a partition tells each peer when it has come to the end of a window.</summary>
/// <param name="Window">The window's number, from 0.</param>
/// <param name="Next">A time before which nothing happens that the sender knows of.</param>
/// <param name="Batch">Messages for actors of the peer, all after the window.</param>
/// <param name="Requests">Messages of the window to replicated actors.</param>
/// <param name="IsLast">Whether the sender failed or was asked to stop, so that no window follows.</param>
internal sealed record Sync(long Window, long Next, MessageList Batch, MessageList Requests, bool IsLast);
