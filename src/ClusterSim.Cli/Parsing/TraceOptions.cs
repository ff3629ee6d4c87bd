using System.CommandLine;
using ClusterSim.Core.Input;
using ClusterSim.Tracing;

namespace ClusterSim.Cli.Parsing;

/// <summary>Whether and how a run is recorded.</summary>
internal sealed class TraceOptions
{
    private readonly Option<string?> folder = new("--trace")
    {
        HelpName = "DIR",
        Description = "Records every simulated message, node and link in a folder, as Parquet files. A trace that is there is replaced.",
    };

    private readonly Option<string?> actors = new("--trace-actors")
    {
        HelpName = "NAMES",
        Description = "Keeps only messages from and to these actors, such as npu/3,link/*.",
    };

    private readonly MessageKindsOption kinds = new("--trace-kinds", "Keeps only messages of these kinds");
    private readonly SimTimeOption from = new("--trace-from", "Keeps only messages that were under way at this time or later, such as 20us.");
    private readonly SimTimeOption to = new("--trace-to", "Keeps only messages that were sent before this time.");
    private readonly ShareOption sample = new("--trace-sample", "Keeps only this share of what NPUs send, such as 0.01, each with its whole way; always the same.");

    public TraceOptions(Command command)
    {
        command.Add(folder);
        foreach (var filter in Filters)
        {
            command.Add(filter);
        }
    }

    private IEnumerable<Option> Filters => [actors, kinds, from, to, sample];

    /// <summary>The folder; null: the run is not recorded.</summary>
    public string? Folder(ParseResult parsed) => parsed.GetValue(folder);

    /// <summary>What is wrong with the options.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="problems">Gets what is found.</param>
    public void Check(ParseResult parsed, ProblemList problems)
    {
        if (Folder(parsed) is null)
        {
            foreach (var filter in Filters.Where(filter => parsed.GetResult(filter) is { Implicit: false }))
            {
                problems.Add(filter.Name, "There is no trace to keep messages in.", $"Add --trace DIR, or leave out {filter.Name}.");
            }
        }

        if (from.In(parsed.CommandResult) is { } first && to.In(parsed.CommandResult) is { } end && first >= end)
        {
            problems.Add(to.Name, $"{end} is not after {from.Name}, {first}, so that nothing would be kept.", $"Give a later {to.Name}.");
        }
    }

    /// <summary>Makes the trace ready; null: the run is not recorded.</summary>
    /// <exception cref="InvalidInputException">The folder cannot be written.</exception>
    public RunTrace? Open(ParseResult parsed) =>
        Folder(parsed) is { } path ? RunTrace.Create(folder.Name, path, FilterOf(parsed)) : null;

    private TraceFilter FilterOf(ParseResult parsed) => new()
    {
        Actors = parsed.GetValue(actors)?.Split(',', StringSplitOptions.TrimEntries),
        Kinds = parsed.GetValue(kinds) is { Length: > 0 } some ? some : null,
        From = parsed.GetValue(from),
        To = parsed.GetValue(to),
        Sample = parsed.GetValue(sample),
    };
}
