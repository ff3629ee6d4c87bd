using ClusterSim.Core.Input;
using ClusterSim.Tracing;

namespace ClusterSim.Inspection.Reading;

/// <summary>What is known of a trace before its tables are read. Where a file is missing or damaged, something stands for it.</summary>
/// <param name="Run">What <c>run.json</c> says; else nothing is known.</param>
/// <param name="ActorNames">What <c>actors.parquet</c> says; else only NPUs have names.</param>
/// <param name="RunProblems">What is wrong with <c>run.json</c>.</param>
/// <param name="NameProblems">What is wrong with <c>actors.parquet</c>.</param>
internal sealed record TraceParts(RunFacts Run, IReadOnlyList<string> ActorNames, IReadOnlyList<Problem> RunProblems, IReadOnlyList<Problem> NameProblems)
{
    /// <summary>Reads what there is.</summary>
    public static async Task<TraceParts> ReadAsync(string folder)
    {
        var (run, runProblems) = RunOf(folder);
        var (names, nameProblems) = await NamesAsync(folder, run).ConfigureAwait(false);
        return new TraceParts(run, names, runProblems, nameProblems);
    }

    private static (RunFacts Run, IReadOnlyList<Problem> Problems) RunOf(string folder)
    {
        try
        {
            return (RunFacts.Read(folder), []);
        }
        catch (InvalidInputException invalid)
        {
            return (RunFacts.Unknown(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))), invalid.Problems);
        }
    }

    private static async Task<(IReadOnlyList<string> Names, IReadOnlyList<Problem> Problems)> NamesAsync(string folder, RunFacts run)
    {
        try
        {
            var table = await TableReader.OpenAsync(Path.Combine(folder, TraceFiles.Actors)).ConfigureAwait(false);
            await using var closes = table.ConfigureAwait(false);
            return (await TableRows.NamesAsync(table).ConfigureAwait(false), []);
        }
        catch (InvalidInputException invalid)
        {
            var npus = run.FinishNs.Count > 0 ? run.FinishNs.Count : await CountNpusAsync(folder).ConfigureAwait(false);
            return ([.. Enumerable.Range(0, npus).Select(Trace.NpuName)], invalid.Problems);
        }
    }

    private static async Task<int> CountNpusAsync(string folder)
    {
        try
        {
            var table = await TableReader.OpenAsync(Path.Combine(folder, TraceFiles.Nodes)).ConfigureAwait(false);
            await using var closes = table.ConfigureAwait(false);
            return (await TableRows.NodesAsync(table).ConfigureAwait(false)).Select(node => node.Npu + 1).DefaultIfEmpty().Max();
        }
        catch (InvalidInputException)
        {
            // Told of when it is read for what it holds.
            return 0;
        }
    }
}
