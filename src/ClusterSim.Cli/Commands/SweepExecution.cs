using ClusterSim.Cli.Output;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Hosting.Nodes;
using ClusterSim.Sweeps;
using ClusterSim.Sweeps.Journal;
using ClusterSim.Sweeps.Running;
using ClusterSim.Watch.Following;
using ClusterSim.Workload;

namespace ClusterSim.Cli.Commands;

/// <summary>Runs a sweep and prints its results: what <c>sweep</c> and <c>sweep resume</c> have in common.</summary>
/// <param name="context">What the command works with.</param>
/// <param name="watch">Where a page shows how it goes; null: nowhere.</param>
internal sealed class SweepExecution(CommandContext context, HostPort? watch)
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
        context.Terminal.Note(sweep.Notes);
        var folder = new SweepFolder(path);
        var watched = watch is null ? null : new SweepWatch(Path.GetFileName(sweep.Name), TimeProvider.System);
        await using var page = await WatchedCommand.StartAsync(context, watched, watch);
        var summary = await page.FollowAsync(() => SimulateAsync(runner, sweep, folder, options, watched), Outcome);
        context.Terminal.Note(summary.Notes);
        using var results = SweepResults.Open(folder);
        Print(results, summary, path, format);
        if (summary.Failed > 0)
        {
            context.Terminal.Error.WriteLine($"{Quantity.Points(summary.Failed)} failed. clustersim sweep resume {Printable.Of(path)} --retry-failed runs them again.");
        }

        return summary.Failed == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    private async Task<SweepSummary> SimulateAsync(SweepRunner runner, Sweep sweep, SweepFolder folder, SweepOptions options, SweepWatch? watched)
    {
        using var line = new SweepProgressLine(context.Terminal, TimeProvider.System);
        var progress = new Announcing(watched is null ? line : new SweepFollowers([line, watched]), () => context.SayWhenStopped(
            $"stopped before the end. What is finished is kept; clustersim sweep resume {Printable.Of(folder.Path)} goes on."));
        try
        {
            var summary = await runner.RunAsync(sweep, folder, options, progress, context.Cancellation);
            watched?.Finish(summary);
            return summary;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OutputFailedException($"The folder {folder.Path}", error);
        }
    }

    private static string Outcome(SweepSummary summary) =>
        $"{Quantity.Points(summary.Total)}, {Quantity.Exact(summary.Done)} done, {Quantity.Exact(summary.Failed)} failed.";

    private void Print(SweepResults results, SweepSummary summary, string path, OutputFormat format) => format.Write(
        table: () => SweepTable.Write(results, summary, path, context.Terminal),
        json: () => SweepJson.Write(results, context.Terminal.Output),
        csv: () => results.WriteCsv(context.Terminal.Output));

    // From the first report on, something is kept that a user who stops has to know of.
    private sealed class Announcing(ISweepObserver next, Action announce) : ISweepObserver
    {
        private bool isAnnounced;

        public void Report(SweepProgress progress)
        {
            if (!isAnnounced)
            {
                isAnnounced = true;
                announce();
            }

            next.Report(progress);
        }

        public void Failed(PointFailure failure) => next.Failed(failure);

        public void Note(string text) => next.Note(text);
    }
}
