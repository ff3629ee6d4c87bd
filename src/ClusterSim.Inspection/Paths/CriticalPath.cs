using System.Globalization;
using ClusterSim.Core.Input;
using ClusterSim.Core.Messages;
using ClusterSim.Inspection.Reading;
using ClusterSim.Tracing;
using ClusterSim.Tracing.Messages;

namespace ClusterSim.Inspection.Paths;

/// <summary>
/// What led to the end of a node, back to the start of the run: each message was sent by whoever handled the one before it, at that very
/// time. So its parts add up to the time of the end.
/// </summary>
/// <param name="End">The node.</param>
/// <param name="Steps">From the start on.</param>
public sealed record CriticalPath(NodeSpan End, IReadOnlyList<PathStep> Steps)
{
    /// <summary>Its length.</summary>
    public long DurationNs => Steps.Sum(step => step.Message.DurationNs);

    /// <summary>The time that was spent on each kind of thing, longest first.</summary>
    public IReadOnlyList<(PathKind Kind, long Ns)> ByKind =>
        [.. Steps.SelectMany(step => step.Parts).GroupBy(part => part.Kind, part => part.Ns).Select(kind => (kind.Key, kind.Sum())).OrderByDescending(kind => kind.Item2).ThenBy(kind => kind.Key)];

    /// <summary>The steps that took time, longest first: those that are counted and listed.</summary>
    public IReadOnlyList<PathStep> LongestSteps =>
        [.. Steps.Where(step => step.Parts.Count > 0).OrderByDescending(step => step.Message.DurationNs).ThenBy(step => step.Message.SentNs)];

    /// <summary>Other nodes that ended at the same time; to end sooner, those that led to them must take less, too.</summary>
    public int Ties { get; private init; }

    /// <summary>The node that it explains, in words: <c>step on npu/3, the last node of the run</c>.</summary>
    public string EndText => $"{End.Name} on {Trace.NpuName(End.Npu)}, " + (Ties == 0
        ? "the last node of the run"
        : string.Create(CultureInfo.InvariantCulture, $"one of {Ties + 1:N0} nodes that ended last, at the same time"));

    /// <summary>Explains the end of the run: the last node of all, the NPU with the lowest number first where several ended at that time.</summary>
    /// <exception cref="InvalidInputException">No node has ended, or what led to the last one is not all there.</exception>
    public static async Task<CriticalPath> OfRunAsync(Trace trace, string where)
    {
        var nodes = await trace.ReadNodesAsync().ConfigureAwait(false);
        if (nodes.Count == 0)
        {
            throw new InvalidInputException(
                where,
                "No node of the run has ended.",
                trace.Run.Failure is null ? "Its workload has none." : $"Ask clustersim inspect {trace.Folder} waits, or read why it failed in {TraceFiles.Run}.");
        }

        if (nodes.Count < trace.Run.Recorded.NodesEnded)
        {
            throw new InvalidInputException(
                where,
                $"The last node of the run is not in {TraceFiles.Nodes}, which lacks some.",
                $"Ask why one of those ended that top lists, such as why {Trace.NpuName(nodes[^1].Npu)}:{nodes[^1].Node}.");
        }

        var last = nodes.Where(node => node.EndNs == nodes[^1].EndNs).ToList();
        var path = await OfAsync(trace, where, last.MinBy(node => node.Npu)!, nodes).ConfigureAwait(false);
        return path with { Ties = last.Count - 1 };
    }

    /// <summary>Explains the end of a node.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="where">The argument that names the node, for messages.</param>
    /// <param name="npu">Its NPU.</param>
    /// <param name="node">Its id, or its name.</param>
    /// <exception cref="InvalidInputException">There is no such node, or the messages that led to it are not all there.</exception>
    public static async Task<CriticalPath> OfNodeAsync(Trace trace, string where, int npu, string node)
    {
        var nodes = await trace.ReadNodesAsync().ConfigureAwait(false);
        var own = nodes.Where(span => span.Npu == npu).ToList();
        var end = own.Find(span => span.Node.ToString(CultureInfo.InvariantCulture) == node) ?? own.FindLast(span => span.Name == node);
        return end is null
            ? throw new InvalidInputException(
                where,
                $"No node {node} has ended on {Trace.NpuName(npu)}.",
                Suggestion.Nearest(node, own.Select(span => span.Name).Where(name => name.Length > 0)) is { } nearest ? $"Did you mean {nearest}?" : "Give the id or the name of a node; nodes.parquet lists them.")
            : await OfAsync(trace, where, end, nodes).ConfigureAwait(false);
    }

    private static async Task<CriticalPath> OfAsync(Trace trace, string where, NodeSpan end, IReadOnlyList<NodeSpan> nodes)
    {
        var last = await LastAsync(trace, end).ConfigureAwait(false)
            ?? throw trace.Lacking(where, $"The message that ended {end.Name} on {Trace.NpuName(end.Npu)} is not in the trace.");
        var finder = await MessageFinder.OpenAsync(trace).ConfigureAwait(false);
        await using var closes = finder.ConfigureAwait(false);
        var parts = new StepParts(trace, nodes);
        var steps = new List<PathStep>();
        for (var id = last; id != MessageRow.NoCause;)
        {
            var message = await finder.FindBackwardsAsync(id).ConfigureAwait(false) ?? throw MessageFinder.NotThere(trace, where, id);
            steps.Add(parts.Of(message));
            id = message.Cause;
        }

        steps.Reverse();
        return new CriticalPath(end, steps);
    }

    // Of the messages that the NPU handled when the node ended, the last one that belongs to it; if none does, the last one.
    private static async Task<long?> LastAsync(Trace trace, NodeSpan end)
    {
        var table = await trace.OpenMessagesAsync().ConfigureAwait(false);
        await using var closes = table.ConfigureAwait(false);
        if (end.EndNs >= await trace.KnownBeforeNsAsync(table).ConfigureAwait(false))
        {
            return null;
        }

        long? other = null;
        for (var group = table.Rows.Count - 1; group >= 0; group--)
        {
            var delivered = await table.ReadAsync(group, MessageSchema.Delivered).ConfigureAwait(false);
            if (Array.IndexOf(delivered, end.EndNs) < 0)
            {
                continue;
            }

            var rows = await MessageGroup.ReadAsync(table, group).ConfigureAwait(false);
            for (var row = rows.Count - 1; row >= 0; row--)
            {
                if (delivered[row] == end.EndNs && rows[row] is var message && message.To == end.Npu)
                {
                    if (message.Node == end.Node && message.Kind != MessageKind.Start)
                    {
                        return message.Id;
                    }

                    other ??= message.Id;
                }
            }
        }

        return other;
    }
}
