using ClusterSim.Cli.Output;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Sweeps;
using ClusterSim.Sweeps.Journal;
using ClusterSim.Sweeps.Running;
using ClusterSim.Workload;

namespace ClusterSim.Cli.Commands;

/// <summary>Runs a sweep and prints its results: what <c>sweep</c> and <c>sweep resume</c> have in common.</summary>
internal sealed class SweepExecution(CommandContext context)
{
    /// <summary>What is wrong with a sweep's file; empty: nothing.</summary>
    public static IReadOnlyList<Problem> Problems(string? file, IEnumerable<Override> overrides)
    {
        try
        {
            Sweep.Read(file ?? "", overrides);
            return [];
        }
        catch (InvalidInputException invalid)
        {
            return invalid.Problems;
        }
    }

    /// <param name="runner">Runs it.</param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="path">Its folder, as the user calls it.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="format">How its results are printed.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(SweepRunner runner, Sweep sweep, string path, SweepOptions options, OutputFormat format)
    {
        Tell(sweep.Notes);
        var folder = new SweepFolder(path);
        var summary = await SimulateAsync(runner, sweep, folder, options);
        Tell(summary.Notes);
        using var results = SweepResults.Open(folder);
        Print(results, summary, path, format);
        if (summary.Failed > 0)
        {
            context.Terminal.Error.WriteLine($"{Quantity.Points(summary.Failed)} failed. clustersim sweep resume {Printable.Of(path)} --retry-failed runs them again.");
        }

        return summary.Failed == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    private async Task<SweepSummary> SimulateAsync(SweepRunner runner, Sweep sweep, SweepFolder folder, SweepOptions options)
    {
        using var line = new SweepProgressLine(context.Terminal, TimeProvider.System);
        var progress = new Announcing(line, () => context.SayWhenStopped(
            $"stopped before the end. What is finished is kept; clustersim sweep resume {Printable.Of(folder.Path)} goes on."));
        try
        {
            return await runner.RunAsync(sweep, folder, options, progress, context.Cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OutputFailedException($"The folder {folder.Path}", error);
        }
    }

    private void Print(SweepResults results, SweepSummary summary, string path, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json:
                SweepJson.Write(results, context.Terminal.Output);
                break;
            case OutputFormat.Csv:
                results.WriteCsv(context.Terminal.Output);
                break;
            default:
                SweepTable.Write(results, summary, path, context.Terminal);
                break;
        }
    }

    private void Tell(IEnumerable<string> notes)
    {
        foreach (var note in notes)
        {
            context.Terminal.Error.WriteLine("note: " + Printable.Of(note));
        }
    }

    // From the first report on, something is kept that a user who stops has to know of.
    private sealed class Announcing(IProgress<SweepProgress> next, Action announce) : IProgress<SweepProgress>
    {
        private bool isAnnounced;

        public void Report(SweepProgress value)
        {
            if (!isAnnounced)
            {
                isAnnounced = true;
                announce();
            }

            next.Report(value);
        }
    }
}
