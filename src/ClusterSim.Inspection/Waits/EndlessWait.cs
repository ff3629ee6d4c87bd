namespace ClusterSim.Inspection.Waits;

/// <summary>What an NPU of a stuck run still waited for when no message was left.</summary>
/// <param name="Npu">Who waits, by name.</param>
/// <param name="For">The NPU that is waited for, by name; null: none.</param>
/// <param name="SinceNs">Since when the NPU had nothing else to do; null: the messages that tell are missing.</param>
/// <param name="Node">The id of the node that waits; null: what waits belongs to no single node.</param>
/// <param name="What">What the node does.</param>
/// <param name="Why">Why that does not go on.</param>
public sealed record EndlessWait(string Npu, string? For, long? SinceNs, long? Node, string What, string Why);
