using System.Globalization;

namespace ClusterSim.Tracing;

/// <summary>What a trace holds of its run.</summary>
/// <param name="MessagesSent">Simulated messages that were sent.</param>
/// <param name="MessagesWanted">Those of them that the filter wanted.</param>
/// <param name="Messages">Rows of <c>messages.parquet</c>: fewer than were wanted, if the disk was full.</param>
/// <param name="NodesEnded">Nodes of traces that ended.</param>
/// <param name="Nodes">Rows of <c>nodes.parquet</c>.</param>
/// <param name="AllLinks">Links that were simulated.</param>
/// <param name="Links">Rows of <c>links.parquet</c>.</param>
/// <param name="Failure">Why rows are missing; null: none is.</param>
public sealed record TraceSummary(long MessagesSent, long MessagesWanted, long Messages, long NodesEnded, long Nodes, long AllLinks, long Links, string? Failure)
{
    /// <summary>Whether nothing is missing that was wanted.</summary>
    public bool IsComplete => Failure is null;

    /// <summary>How much of everything it holds, in words: <c>the first 10 of 20 messages, all 3 nodes and none of 6 links</c>.</summary>
    public string Holdings => $"{Of(Messages, MessagesWanted)} messages, {Of(Nodes, NodesEnded)} nodes and {Of(Links, AllLinks)} links";

    private static string Of(long rows, long all)
    {
        FormattableString text = rows == all ? $"all {all:N0}" : rows == 0 ? (FormattableString)$"none of {all:N0}" : $"the first {rows:N0} of {all:N0}";
        return text.ToString(CultureInfo.InvariantCulture);
    }
}
