using ClusterSim.Core.Input;
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
        if (!contents.IsWhole)
        {
            throw new InvalidInputException(contents.Trace.Folder, "The critical path cannot be told without run.json and actors.parquet.");
        }

        if (contents.Run.Figures is null)
        {
            return null;
        }

        var path = await CriticalPath.OfRunAsync(contents.Trace, contents.Trace.Folder).ConfigureAwait(false);
        var names = NamesOf(await contents.NodesAsync().ConfigureAwait(false));
        var table = TableOf(path, contents.Trace, names);
        return new RunPart(
            new PageSection("critical-path", "Critical path", Html.Of($"{BarOf(path)}<h3>Longest steps</h3>{table.Host}"))
            {
                Lead = $"The chain of messages that led to the end of {path.EndText}. To end sooner, one of these steps must get shorter.",
            },
            table.Data,
            new PathSegments(path, contents.Trace).Data);
    }

    private static Html BarOf(CriticalPath path) =>
        ShareBar.Of("What the critical path was spent on", [.. path.ByKind.Select(kind => (PathNames.Of(kind.Kind), PathTones.Of(kind.Kind), kind.Ns))]);

    private static Dictionary<(int Npu, long Node), string> NamesOf(IReadOnlyList<NodeSpan> nodes) =>
        nodes.GroupBy(node => (node.Npu, node.Node)).ToDictionary(group => group.Key, group => group.First().Name);

    private static PageTable TableOf(CriticalPath path, Trace trace, Dictionary<(int Npu, long Node), string> names)
    {
        var all = path.Steps.Where(step => step.Parts.Count > 0).OrderByDescending(step => step.Message.DurationNs).ThenBy(step => step.Message.SentNs).ToList();
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
