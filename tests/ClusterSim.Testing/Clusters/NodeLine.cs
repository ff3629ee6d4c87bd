namespace ClusterSim.Testing.Clusters;

/// <summary>A line that a node printed.</summary>
/// <param name="Event">What happened: <c>up</c>, <c>member-gone</c>.</param>
/// <param name="Address">The node's.</param>
/// <param name="Member">Whom it is about, where that is another one.</param>
/// <param name="Message">In words.</param>
public sealed record NodeLine(string Event, string? Address, string? Member, string Message);
