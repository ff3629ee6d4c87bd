using ClusterSim.Engine.Recording;

namespace ClusterSim.Tracing.Messages;

/// <summary>
/// The way that a message is part of: what an NPU sent, and all messages by which links, ports and memories pass it on, notices of its
/// delivery among them.
/// </summary>
/// <param name="Id">The id of the message that the NPU sent.</param>
/// <param name="Origin">What it belongs to.</param>
internal readonly record struct Way(ulong Id, Origin Origin);
