namespace ClusterSim.Engine.Hosts.Messages;

/// <summary>To the clock: a host cannot take part.</summary>
/// <param name="Host">The host's number.</param>
/// <param name="Text">Why.</param>
internal sealed record HostFailed(int Host, string Text);
