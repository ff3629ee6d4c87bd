using System.CommandLine;
using ClusterSim.Cli.Output.Reports;
using ClusterSim.Core.Input;
using ClusterSim.Inspection.Paths;
using ClusterSim.Inspection.Reading;

namespace ClusterSim.Cli.Commands.Inspect;

/// <summary>The critical path to an end.</summary>
internal sealed class WhyCommand : QuestionCommand
{
    private const string End = "end";

    private readonly Argument<string> what = new("WHAT")
    {
        Description = "Whose end is explained: end, the run's; or npu/3:NODE, that of a node by its name or id.",
    };

    public WhyCommand(CommandContext context, Argument<string> folder)
        : base(context, folder, "why", "Explains when the run, or a node, ended: the chain of messages that led to it, and what its time was spent on.", "critical_path", "by_actor", "steps")
    {
        Add(what);
    }

    public override IReadOnlyList<string> Examples { get; } =
        ["clustersim inspect trace why end", "clustersim inspect trace why npu/3:all_reduce --format csv --table steps"];

    protected override async Task<IReadOnlyList<Report>> AnswerAsync(Trace trace, ParseResult parsed)
    {
        var path = await PathOfAsync(trace, parsed.GetRequiredValue(what));
        if (path.Ties > 0)
        {
            trace.Remark($"This is what led to the end of {path.EndText}.");
        }

        return [ByKind(path), ByPlace(trace, path), Longest(trace, path)];
    }

    private static Task<CriticalPath> PathOfAsync(Trace trace, string asked)
    {
        if (asked == End)
        {
            return CriticalPath.OfRunAsync(trace, "WHAT");
        }

        var colon = asked.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            throw new InvalidInputException("WHAT", $"'{asked}' names no end.", "Ask why end, or why npu/3:NODE.");
        }

        var npu = trace.ActorOf("WHAT", asked[..colon]);
        return npu < trace.NpuCount
            ? CriticalPath.OfNodeAsync(trace, "WHAT", npu, asked[(colon + 1)..])
            : throw new InvalidInputException("WHAT", $"{asked[..colon]} has no nodes of a workload.", "Name an NPU.");
    }

    private static Report ByKind(CriticalPath path) => new(
        "critical_path",
        [ReportColumn.Text("spent_on", "spent on"), ReportColumn.Time("time"), ReportColumn.Share("share")],
        [.. path.ByKind.Select(IReadOnlyList<object?> (kind) => [PathNames.Of(kind.Kind), kind.Ns, ShareOf(kind.Ns, path)])])
    {
        Together = ["together", path.DurationNs, 1.0],
    };

    private static Report ByPlace(Trace trace, CriticalPath path) => new(
        "by_actor",
        [ReportColumn.Text("actor", "where"), ReportColumn.Time("time"), ReportColumn.Share("share")],
        [
            .. path.Steps.GroupBy(step => step.Message.From).Select(group => (From: group.Key, Ns: group.Sum(step => step.Message.DurationNs)))
                .Where(group => group.Ns > 0).OrderByDescending(group => group.Ns).ThenBy(group => group.From)
                .Select(IReadOnlyList<object?> (group) => [trace.ActorNames[group.From], group.Ns, ShareOf(group.Ns, path)]),
        ]);

    // The whole path, longest first for people; a program puts it in order by the time.
    private static Report Longest(Trace trace, CriticalPath path) => new(
        "steps",
        [
            ReportColumn.Text("message"), ReportColumn.Text("from"), ReportColumn.Text("to"), ReportColumn.Text("spent_on", "spent on"), ReportColumn.Count("node"),
            ReportColumn.Time("sent"), ReportColumn.Time("delivered"), ReportColumn.Time("time"),
        ],
        [
            .. path.LongestSteps.Select(IReadOnlyList<object?> (step) =>
            [
                MessageId.NameOf(trace, step.Message.Id),
                trace.ActorNames[step.Message.From],
                trace.ActorNames[step.Message.To],
                string.Join(" + ", step.Parts.Select(part => PathNames.Of(part.Kind))),
                step.Message.Node < 0 ? null : step.Message.Node,
                step.Message.SentNs,
                step.Message.DeliveredNs,
                step.Message.DurationNs,
            ]),
        ]);

    private static double ShareOf(long ns, CriticalPath path) => path.DurationNs == 0 ? 0 : (double)ns / path.DurationNs;
}
