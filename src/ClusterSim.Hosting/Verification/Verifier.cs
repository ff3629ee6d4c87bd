using ClusterSim.Core;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration.Cases;
using ClusterSim.Hosting.Simulation;

namespace ClusterSim.Hosting.Verification;

/// <summary>Simulates recorded cases, several at once, and compares them with their figures.</summary>
/// <param name="options">How each case is simulated.</param>
/// <param name="jobs">How many cases are simulated at once.</param>
public sealed class Verifier(RunOptions options, int jobs) : IDisposable
{
    private readonly Simulator simulator = new();

    /// <summary>Verifies all cases.</summary>
    /// <param name="root">The folder below which the cases are; reports name them by their paths from there.</param>
    /// <param name="cases">The cases' folders.</param>
    /// <param name="take">Gets the reports one at a time, in the order of the cases, each as soon as it can.</param>
    /// <param name="cancellation">Ends everything at once.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task RunAsync(string root, IReadOnlyList<string> cases, Action<CaseReport> take, CancellationToken cancellation)
    {
        var reports = new InOrder<CaseReport>(cases.Count, take);
        var degree = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation };
        await Parallel.ForAsync(0, cases.Count, degree, async (index, token) =>
        {
            var name = Path.GetRelativePath(root, cases[index]);
            reports.Put(index, await VerifyAsync(name, cases[index], token));
        });
    }

    public void Dispose() => simulator.Dispose();

    // A case that fails, for whatever reason, must not keep the others from being verified.
    private async Task<CaseReport> VerifyAsync(string name, string folder, CancellationToken cancellation)
    {
        try
        {
            var recorded = RecordedCase.Read(folder);
            var result = await simulator.RunAsync(recorded.Experiment, options, progress: null, cancellation);
            var differences = CaseComparison.Differences(recorded, result).Select(difference => difference.ToString()).ToList();
            return new CaseReport(name, differences.Count == 0 ? CaseOutcome.Exact : CaseOutcome.Different, differences);
        }
        catch (InvalidInputException invalid)
        {
            return new CaseReport(name, CaseOutcome.Invalid, [.. invalid.Problems.Select(problem => problem.ToString())]);
        }
        catch (SimulationFailedException failed)
        {
            return new CaseReport(name, CaseOutcome.Failed, failed.Message.ReplaceLineEndings("\n").Split('\n'));
        }
        catch (Exception unexpected) when (!cancellation.IsCancellationRequested)
        {
            return new CaseReport(name, CaseOutcome.Failed, [$"unexpected {unexpected.GetType().Name}: {unexpected.Message}"]);
        }
    }
}
