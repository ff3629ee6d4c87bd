using System.CommandLine;
using ClusterSim.Cli.Output;
using ClusterSim.Cli.Parsing;
using ClusterSim.Hosting.Configuration.Cases;
using ClusterSim.Hosting.Verification;
using ClusterSim.Workload;

namespace ClusterSim.Cli.Commands;

/// <summary>Runs recorded cases and reports what differs from their figures.</summary>
internal sealed class VerifyCommand : Command, IWithExamples
{
    private readonly CommandContext context;
    private readonly EngineOptions engine;
    private readonly CountOption jobs = new("--jobs", "How many cases run at once. Default: as many as the machine has cores.");
    private readonly Argument<string> folder = new("DIR") { Description = "Every folder below it that holds a case.json is a case." };

    public VerifyCommand(CommandContext context)
        : base("verify", "Runs recorded cases and reports what differs from their figures.")
    {
        this.context = context;
        Add(folder);
        engine = new EngineOptions(this, "1");
        Add(jobs);
        SetAction((parsed, _) => ExecuteAsync(parsed));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "clustersim verify tests/ClusterSim.AcceptanceTests/Cases",
        "clustersim verify my-cases --partitions 4 --transport strict --jobs 1",
    ];

    private async Task<int> ExecuteAsync(ParseResult parsed)
    {
        var root = parsed.GetRequiredValue(folder);
        var cases = RecordedCase.Find(root);
        using var status = context.Terminal.ShowsProgress ? new StatusLine(context.Terminal, TimeProvider.System) : null;
        var seen = 0;
        var exact = 0;
        var hasFailed = false;
        var options = engine.Read(parsed);
        using var verifier = new Verifier(options with { Partitions = options.Partitions ?? 1 }, parsed.GetValue(jobs) ?? Environment.ProcessorCount);
        await verifier.RunAsync(root, cases, Take, context.Cancellation);
        status?.Dispose();
        context.Terminal.Output.WriteLine($"{exact} of {cases.Count} exact");
        return exact == cases.Count ? ExitCode.Success : hasFailed ? ExitCode.Failure : ExitCode.InvalidInput;

        void Take(CaseReport report)
        {
            seen++;
            exact += report.Outcome == CaseOutcome.Exact ? 1 : 0;
            hasFailed |= report.Outcome is CaseOutcome.Different or CaseOutcome.Failed;
            status?.Clear();
            Print(report);
            status?.Show($"{Quantity.Exact(seen)} of {Quantity.Exact(cases.Count)} cases, {Quantity.Exact(seen - exact)} not exact");
        }
    }

    private void Print(CaseReport report)
    {
        if (report.Outcome == CaseOutcome.Exact)
        {
            return;
        }

        var output = context.Terminal.Output;
        output.WriteLine($"{Printable.Of(report.Case)}: {Describe(report.Outcome)}");
        foreach (var remark in report.Remarks)
        {
            output.WriteLine("  " + Printable.Of(remark));
        }

        output.Flush();
    }

    private static string Describe(CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Different => "differs",
        CaseOutcome.Invalid => "cannot be simulated",
        _ => "failed",
    };
}
