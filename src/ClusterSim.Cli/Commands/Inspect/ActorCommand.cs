using System.CommandLine;
using ClusterSim.Cli.Output.Reports;
using ClusterSim.Cli.Parsing;
using ClusterSim.Inspection.Reading;
using ClusterSim.Inspection.Use;

namespace ClusterSim.Cli.Commands.Inspect;

/// <summary>What one actor sent and got.</summary>
internal sealed class ActorCommand : QuestionCommand
{
    private readonly Argument<string> actor = new("ACTOR") { Description = "The actor, such as npu/3 or link/3." };
    private readonly SimTimeOption from = new("--from", "Only messages that were under way at this time or later, such as 20us.");
    private readonly SimTimeOption to = new("--to", "Only messages that were sent before this time.");
    private readonly MessageKindsOption kinds = new("--kind", "Only messages of these kinds");

    public ActorCommand(CommandContext context, Argument<string> folder)
        : base(context, folder, "actor", "Lists the messages that one actor sent and got.")
    {
        Add(actor);
        Add(from);
        Add(to);
        Add(kinds);
        to.Validators.Add(result =>
        {
            if (from.In(result) is { } first && to.In(result) is { } end && first >= end)
            {
                result.AddError($"{end} is not after {from.Name}, {first}, so that nothing would be listed. Give a later {to.Name}.");
            }
        });
    }

    public override IReadOnlyList<string> Examples { get; } = ["clustersim inspect trace actor npu/3 --from 10us --to 20us --kind chunk"];

    protected override async Task<IReadOnlyList<Report>> AnswerAsync(Trace trace, ParseResult parsed)
    {
        var messages = new ActorMessages(trace, trace.ActorOf("ACTOR", parsed.GetRequiredValue(actor)))
        {
            FromNs = parsed.GetValue(from)?.Ns,
            ToNs = parsed.GetValue(to)?.Ns,
            Kinds = parsed.GetValue(kinds) is { Length: > 0 } some ? some : null,
        };
        var rows = new List<IReadOnlyList<object?>>();
        await foreach (var message in messages.ReadAsync())
        {
            rows.Add(MessageReport.Row(trace, message));
        }

        return [new Report("messages", MessageReport.Columns, rows)];
    }
}
