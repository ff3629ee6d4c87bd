using System.CommandLine;
using ClusterSim.Cli.Output;
using ClusterSim.Cli.Parsing;
using ClusterSim.Cluster.Simulations;
using ClusterSim.Core;
using ClusterSim.Core.Input;
using ClusterSim.Engine;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Hosting.Nodes;
using ClusterSim.Hosting.Results;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Watch.Following;

namespace ClusterSim.Cli.Commands;

/// <summary>Simulates one experiment and prints what it found.</summary>
internal sealed class RunCommand : Command, IWithExamples, ITakesInput
{
    // What nodes host is free when they have heard of the end.
    private static readonly TimeSpan TimeToLeave = TimeSpan.FromSeconds(10);

    private readonly CommandContext context;
    private readonly EngineOptions engine;
    private readonly ClientOptions client;
    private readonly ClusterOption cluster = new(
        "Splits the simulation over the nodes of a cluster; any of them will do. They get what files they need. Default: in this process.");

    private readonly ReferenceOptions reference;
    private readonly Argument<string?> file = new("EXPERIMENT")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The experiment's file. Or leave it out, and give the reference's flags.",
    };

    private readonly SetOption settings = new("Sets a key of the experiment to a value in YAML, such as network.npus_count=[8]. May be given often.");

    private readonly PluginOption plugins = new();
    private readonly FormatOption format = new("How the result is printed.");

    private readonly TraceOptions traces;
    private readonly WatchOptions watch;

    private readonly Option<string?> timeline = new("--memory-timeline")
    {
        Description = "Writes the memory that tensors take over time to a CSV file (npu,time_ns,bytes). Needs track-local-mem in the system.",
        HelpName = "FILE",
    };

    private readonly Option<string?> diagnostics = new("--diagnostics")
    {
        Description = "Writes to a JSON file why the run got stuck or failed: who waits for what, and the last messages of the actors concerned.",
        HelpName = "FILE",
    };

    public RunCommand(CommandContext context)
        : base("run", "Simulates one experiment and prints what it found.")
    {
        this.context = context;
        Add(file);
        Add(settings);
        Add(plugins);
        Add(format);
        Add(timeline);
        Add(diagnostics);
        traces = new TraceOptions(this);
        watch = new WatchOptions(this);
        engine = new EngineOptions(this, "as many as pay, up to the machine's cores, or with --cluster one a node");
        Add(cluster);
        client = new ClientOptions(this);
        reference = new ReferenceOptions(this);
        SetAction((parsed, _) => ExecuteAsync(parsed));
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "clustersim run cluster-config/experiments/resnet50-hgx-h100-8.yaml",
        "clustersim run cluster-config/experiments/resnet50-hgx-h100-8.yaml --set network.bandwidth=[900] --format json",
        "clustersim run cluster-config/experiments/resnet50-hgx-h100-8.yaml --cluster 127.0.0.1:7700 --partitions 4",
        "clustersim run --watch cluster-config/experiments/resnet50-hgx-h100-8.yaml",
        "clustersim run --workload-configuration traces/gpt --system-configuration system.json --network-configuration network.yml",
    ];

    private async Task<int> ExecuteAsync(ParseResult parsed)
    {
        var isShared = parsed.GetValue(cluster) is not null;
        if (isShared)
        {
            DynamicCode.Enable();
        }

        using var embedded = isShared ? null : new Simulator();
        var input = Read(parsed);
        context.Terminal.Note(input.Loaded.Notes);
        using var memory = OpenTimeline(parsed, input.Loaded.Experiment);
        await using var trace = TracedCommand.Of(context, traces.Open(parsed), input.Document, input.Loaded.Experiment.Network, traces.Folder(parsed));
        using var report = parsed.GetValue(diagnostics) is { } path ? DiagnosticsFile.Open(diagnostics.Name, path) : null;
        var address = watch.Read(parsed);
        var watched = address is null ? null : new RunWatch(input.Document.Name, TimeProvider.System);
        await using var page = await WatchedCommand.StartAsync(context, watched, address);
        var result = await page.FollowAsync(
            () => TellingAsync(
                report,
                format.Read(parsed),
                () => trace.RunAsync(recorder => SimulateAsync(embedded, input, engine.Read(parsed) with { Trace = recorder }, watched))),
            Outcome);
        context.Terminal.Note(result.Notes);
        Print(result, format.Read(parsed));
        memory?.Write(result.Npus);
        return trace.ExitCode;
    }

    public IReadOnlyList<Problem> InputProblems(ParseResult parsed)
    {
        try
        {
            Read(parsed);
            return [];
        }
        catch (InvalidInputException invalid)
        {
            return invalid.Problems;
        }
    }

    private RunInput Read(ParseResult parsed)
    {
        var problems = new ProblemList();
        var access = ReadCluster(parsed, problems);
        traces.Check(parsed, problems);
        watch.Check(parsed, problems);
        try
        {
            var document = Document(parsed).With(settings.Read(parsed)).WithPlugins(plugins.Read(parsed));
            var loaded = document.Load();
            problems.ThrowIfAny();
            return new RunInput(document, loaded, access);
        }
        catch (InvalidInputException invalid)
        {
            problems.AddRange(invalid.Problems);
            throw new InvalidInputException(problems.Problems);
        }
    }

    private (HostPort Node, NodeOptions Own)? ReadCluster(ParseResult parsed, ProblemList problems)
    {
        if (parsed.GetResult(cluster) is null)
        {
            client.RefuseAlone(parsed, problems);
            return null;
        }

        var own = client.Read(parsed, problems);
        if (parsed.Errors.Count > 0)
        {
            // Values that cannot be read are told of elsewhere.
            return null;
        }

        if (engine.Read(parsed).Transport == Transport.Strict)
        {
            problems.Add("--transport", "strict tells each message to an actor of the same process.", "Leave out --transport, or --cluster.");
        }

        return own is null ? null : (parsed.GetValue(cluster)!, own);
    }

    private EffectiveDocument Document(ParseResult parsed)
    {
        var given = reference.Given(parsed).ToList();
        switch (parsed.GetValue(file))
        {
            case null when given.Count == 0:
                throw new InvalidInputException("clustersim run", "Nothing is given to simulate.", "Name an experiment's file, or give the reference's flags.");
            case null:
                return EffectiveDocument.FromFlags(reference.Read(parsed));
            case var path when given.Count == 0:
                return EffectiveDocument.FromFile(path);
            case var path:
                throw new InvalidInputException(
                    string.Join(' ', given), $"The reference's flags cannot be given beside an experiment ({path}).", "Set the experiment's keys with --set.");
        }
    }

    private MemoryTimelineFile? OpenTimeline(ParseResult parsed, Experiment experiment)
    {
        if (parsed.GetValue(timeline) is not { } path)
        {
            return null;
        }

        return experiment.System.TrackLocalMemory
            ? MemoryTimelineFile.Open(path)
            : throw new InvalidInputException("--memory-timeline", "The system does not track memory.", "Add --set system.track-local-mem=1.");
    }

    // Why there is no result goes where the result would have gone, too.
    private async Task<SimulationResult> TellingAsync(DiagnosticsFile? report, OutputFormat chosen, Func<Task<SimulationResult>> run)
    {
        try
        {
            var result = await run();
            report?.Write(null);
            return result;
        }
        catch (SimulationFailedException failure)
        {
            if (chosen == OutputFormat.Json)
            {
                context.Terminal.Output.WriteLine(FailureJson.Text(failure));
                context.Terminal.Output.Flush();
            }

            report?.Write(failure);
            throw;
        }
    }

    private async Task<SimulationResult> SimulateAsync(Simulator? embedded, RunInput input, RunOptions options, RunWatch? watched)
    {
        using var line = context.Terminal.ShowsProgress ? new ProgressLine(context.Terminal, TimeProvider.System) : null;
        var progress = RunFollowers.Of(line, watched);
        var result = embedded is null
            ? await ShareAsync(input, options, progress)
            : await embedded.RunAsync(input.Loaded.Experiment, options, progress, context.Cancellation);
        watched?.Finish(result);
        return result;
    }

    private async Task<SimulationResult> ShareAsync(RunInput input, RunOptions options, RunFollowers? progress)
    {
        context.AllowToFinish(TimeToLeave);
        var (node, own) = input.Cluster!.Value;
        await using var simulator = await ClusterSimulator.JoinAsync(
            node, own, ClusterParts.All, note => context.Terminal.Note(note), context.Terminal.Warn, context.Cancellation);
        return await simulator.RunAsync(input.Document, input.Loaded.Experiment, options.Partitions, options.Trace, progress, context.Cancellation);
    }

    private static string Outcome(SimulationResult result) =>
        $"{Quantity.RoundedTime(result.End.Ns)} simulated by {Quantity.Exact(result.Events)} events in {result.Elapsed.TotalSeconds:0.0} s; digest {Digest.Text(result)}.";

    private void Print(SimulationResult result, OutputFormat chosen) => chosen.Write(
        table: () => ResultTable.Write(result, context.Terminal),
        json: () => ResultJson.Write(result, context.Terminal.Output),
        csv: () => ResultCsv.Write(result, context.Terminal.Output));

    /// <summary>What is given: the experiment, read, and the cluster that it runs on; null: this machine.</summary>
    private sealed record RunInput(EffectiveDocument Document, LoadedExperiment Loaded, (HostPort Node, NodeOptions Own)? Cluster);
}
