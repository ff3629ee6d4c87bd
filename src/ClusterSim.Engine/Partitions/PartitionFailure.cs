using ClusterSim.Engine.Events;

namespace ClusterSim.Engine.Partitions;

/// <summary>An exception in an actor while it handled a message.</summary>
/// <param name="Key">The message's place in the order of events; the smallest of several failures is reported.</param>
/// <param name="Actor">The actor's logical name.</param>
/// <param name="Message">What it handled, for people.</param>
/// <param name="Cause">What went wrong.</param>
internal sealed record PartitionFailure(EventKey Key, string Actor, string Message, Exception Cause);
