namespace ClusterSim.Tracing;

/// <summary>What a trace holds of its run.</summary>
/// <param name="MessagesSent">Simulated messages that were sent.</param>
/// <param name="MessagesWanted">Those of them that the filter wanted.</param>
/// <param name="Messages">Rows of <c>messages.parquet</c>: fewer than were wanted, if the disk was full.</param>
/// <param name="NodesEnded">Nodes of traces that ended.</param>
/// <param name="Nodes">Rows of <c>nodes.parquet</c>.</param>
/// <param name="Links">Rows of <c>links.parquet</c>.</param>
/// <param name="Failure">Why rows are missing; null: none is.</param>
public sealed record TraceSummary(long MessagesSent, long MessagesWanted, long Messages, long NodesEnded, long Nodes, long Links, string? Failure)
{
    /// <summary>Whether nothing is missing that was wanted.</summary>
    public bool IsComplete => Failure is null;
}
