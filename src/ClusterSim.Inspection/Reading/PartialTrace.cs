using ClusterSim.Core.Input;

namespace ClusterSim.Inspection.Reading;

/// <summary>A trace of which files may be missing or damaged, also those that most questions need.</summary>
/// <param name="Trace">What there is. Without <c>run.json</c>, nothing is known of its run; without <c>actors.parquet</c>, only NPUs have names.</param>
/// <param name="Problems">What is wrong with these two files; all others are told of when they are read.</param>
public sealed record PartialTrace(Trace Trace, IReadOnlyList<Problem> Problems)
{
    /// <summary>Opens what there is.</summary>
    public static async Task<PartialTrace> OpenAsync(string folder)
    {
        var problems = new List<Problem>();
        var run = RunOf(folder, problems);
        return new PartialTrace(new Trace(folder, run, await NamesAsync(folder, run, problems).ConfigureAwait(false)), problems);
    }

    private static RunFacts RunOf(string folder, List<Problem> problems)
    {
        try
        {
            return RunFacts.Read(folder);
        }
        catch (InvalidInputException invalid)
        {
            problems.AddRange(invalid.Problems);
            return RunFacts.Unknown(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))));
        }
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(string folder, RunFacts run, List<Problem> problems)
    {
        try
        {
            return await Trace.ReadNamesAsync(folder).ConfigureAwait(false);
        }
        catch (InvalidInputException invalid)
        {
            problems.AddRange(invalid.Problems);
            return [.. Enumerable.Range(0, run.FinishNs.Count == 0 ? await CountNpusAsync(folder).ConfigureAwait(false) : run.FinishNs.Count).Select(Trace.NpuName)];
        }
    }

    private static async Task<int> CountNpusAsync(string folder)
    {
        try
        {
            var nodes = await new Trace(folder, RunFacts.Unknown(""), []).ReadNodesAsync().ConfigureAwait(false);
            return nodes.Count == 0 ? 0 : nodes.Max(node => node.Npu) + 1;
        }
        catch (InvalidInputException)
        {
            // Told of when it is read for what it holds.
            return 0;
        }
    }
}
