using System.CommandLine;
using ClusterSim.Cli.Commands;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Nodes;
using ClusterSim.Sweeps;

namespace ClusterSim.Cli.Parsing;

/// <summary>The options of all commands that run sweeps.</summary>
internal sealed class SweepOptionSet
{
    private readonly CountOption jobs = new("--jobs", "How many points run at once. Default: as many as the machine has cores.");
    private readonly Option<bool> retry = new("--retry-failed") { Description = "Runs points again that failed before." };
    private readonly ClusterOption cluster = new("Runs the points on the nodes of a cluster; any of them will do. Default: in this process.");
    private readonly DurationOption timeout = new("--worker-timeout", "How long to wait while a cluster has no node to run points. Default: 30min.");
    private readonly ClientOptions client;
    private readonly WatchOptions watch;

    public SweepOptionSet(Command command)
    {
        command.Add(jobs);
        command.Add(cluster);
        client = new ClientOptions(command);
        command.Add(timeout);
        command.Add(retry);
        watch = new WatchOptions(command);
        command.Add(Format);
    }

    /// <summary>How the points of a sweep are printed.</summary>
    public FormatOption Format { get; } = NewFormat();

    /// <summary>The same option for a command that runs nothing.</summary>
    public static FormatOption NewFormat() => new("How the points are printed.");

    public SweepOptions Read(ParseResult parsed)
    {
        var options = new SweepOptions { RetryFailed = parsed.GetValue(retry) };
        return parsed.GetValue(timeout) is { } given ? options with { WorkerTimeout = given } : options;
    }

    /// <summary>Where a page shows how it goes; null: nowhere.</summary>
    public HostPort? Watch(ParseResult parsed) => watch.Read(parsed);

    /// <summary>Adds what is wrong with the options.</summary>
    public void Check(ParseResult parsed, ProblemList problems) => ReadOwn(parsed, problems);

    /// <summary>Who runs the points; begins to start at once. Null if anything is wrong with the options.</summary>
    public SweepRunner? TryStart(ParseResult parsed, ProblemList problems)
    {
        var own = ReadOwn(parsed, problems);
        if (problems.Problems.Count > 0)
        {
            return null;
        }

        if (own is null)
        {
            return SweepRunner.Embedded(parsed.GetValue(jobs) ?? Environment.ProcessorCount);
        }

        DynamicCode.Enable();
        return SweepRunner.Distributed(new(parsed.GetValue(cluster)!, own, ClusterParts.All));
    }

    // How nodes reach this process; null: no cluster is given, or something is wrong.
    private NodeOptions? ReadOwn(ParseResult parsed, ProblemList problems)
    {
        watch.Check(parsed, problems);
        if (parsed.GetResult(cluster) is not null)
        {
            Refuse(parsed, jobs, "How many points run at once on a cluster is said by the cores in the files of its nodes.", problems);
            return client.Read(parsed, problems);
        }

        Refuse(parsed, timeout, "There are no nodes to wait for without --cluster.", problems);
        client.RefuseAlone(parsed, problems);
        return null;
    }

    private static void Refuse(ParseResult parsed, Option option, string why, ProblemList problems)
    {
        if (parsed.GetResult(option) is { Implicit: false })
        {
            problems.Add(option.Name, why, $"Leave out {option.Name}.");
        }
    }
}
