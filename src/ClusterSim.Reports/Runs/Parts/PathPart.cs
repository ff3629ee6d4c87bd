using ClusterSim.Inspection.Paths;
using ClusterSim.Inspection.Reading;
using ClusterSim.Reports.Pages;
using ClusterSim.Reports.Runs.Timeline;

namespace ClusterSim.Reports.Runs.Parts;

/// <summary>What led to the end of the run, and what its time was spent on.</summary>
internal static class PathPart
{
    private const int Most = 100;

    public static async Task<RunPart?> OfAsync(RunContents contents)
    {
        var nodes = await contents.NodesAsync().ConfigureAwait(false);
        if (nodes.Count == 0)
        {
            return RunPart.Missing("critical-path", "Critical path", $"{contents.WhyNone("nodes")} So there is no end that a path could lead to.");
        }

        var path = await contents.PathAsync().ConfigureAwait(false);
        var names = NamesOf(nodes);
        var table = TableOf(path, contents.Trace, names);
        return new RunPart(
            new PageSection("critical-path", "Critical path", Html.Of($"{BarOf(path)}<h3>Longest steps</h3>{table.Host}"))
            {
                Lead = LeadOf(path, contents, nodes.Count(node => node.EndNs == path.End.EndNs), await contents.UnrecordedNodesAsync().ConfigureAwait(false)),
            },
            table.Data,
            new PathSegments(path, contents.Trace).Data);
    }

    private static string LeadOf(CriticalPath path, RunContents contents, int last, long unrecorded)
    {
        var node = path.End.Name.Length > 0 ? path.End.Name : $"node {path.End.Node}";
        var which = last == 1 ? "the last node" : $"one of the {Quantity.Exact(last)} last nodes, which ended at the same time";
        var when = (contents.Run.Failure, unrecorded) switch
        {
            (not null, _) => ", before the run failed",
            (_, > 0) => ", of those that were recorded",
            _ => "",
        };
        var advice = contents.Run.Failure is null ? " To end sooner, one of these steps must get shorter." : "";
        return $"The chain of messages that led to the end of {node} on {contents.Trace.ActorNames[path.End.Npu]}, {which}{when}: "
            + $"{Quantity.Count(path.LongestSteps.Count, "step that took time", "steps that took time")}.{advice}";
    }

    private static Html BarOf(CriticalPath path) =>
        ShareBar.Of("What the critical path was spent on", [.. path.ByKind.Select(kind => (PathNames.Of(kind.Kind), PathTones.Of(kind.Kind), kind.Ns))]);

    private static Dictionary<(int Npu, long Node), string> NamesOf(IReadOnlyList<NodeSpan> nodes) =>
        nodes.GroupBy(node => (node.Npu, node.Node)).ToDictionary(group => group.Key, group => group.First().Name is { Length: > 0 } name ? name : $"node {group.Key.Node}");

    private static PageTable TableOf(CriticalPath path, Trace trace, Dictionary<(int Npu, long Node), string> names)
    {
        var all = path.LongestSteps;
        var rest = all.Skip(Most).ToList();
        return new PageTable(
            "steps",
            "Longest steps of the critical path",
            [PageColumn.Text("Node"), PageColumn.Text("Spent on"), PageColumn.Text("Where"), PageColumn.Time("From"), PageColumn.Time("Time"), PageColumn.Bar("Share of the path")],
            [
                .. all.Take(Most).Select(IReadOnlyList<object?> (step) =>
                [
                    NodeOf(step.Message, names), string.Join(" + ", step.Parts.Select(part => PathNames.Of(part.Kind))), PlaceOf(step.Message, trace), step.Message.SentNs,
                    step.Message.DurationNs, (double)step.Message.DurationNs / path.DurationNs,
                ]),
            ])
        {
            Rest = rest.Count == 0
                ? null
                :
                [
                    $"{Quantity.Exact(rest.Count)} further", null, null, null, rest.Sum(step => step.Message.DurationNs),
                    (double)rest.Sum(step => step.Message.DurationNs) / path.DurationNs,
                ],
            Tones = [.. all.Take(Most).Select(step => PathTones.Of(step.Parts.MaxBy(part => part.Ns).Kind)), "--idle"],
            SortedBy = 4,
            Shown = 10,
        };
    }

    // A chunk belongs to the node of the NPU that sent it first.
    private static string? NodeOf(MessageRow message, Dictionary<(int Npu, long Node), string> names) =>
        names.GetValueOrDefault((message.Kind == Core.Messages.MessageKind.Chunk ? message.Source : message.From, message.Node));

    private static string PlaceOf(MessageRow message, Trace trace) =>
        message.From == message.To ? trace.ActorNames[message.From] : $"{trace.ActorNames[message.From]} → {trace.ActorNames[message.To]}";
}
