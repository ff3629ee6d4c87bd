using ClusterSim.Core.Input;
using ClusterSim.Inspection.Paths;
using ClusterSim.Inspection.Reading;
using ClusterSim.Reports.Pages;
using ClusterSim.Reports.Runs.Timeline;

namespace ClusterSim.Reports.Runs;

/// <summary>What reports of a run, pages and images, are made of; what several of their parts need is read once.</summary>
/// <param name="partial">The trace.</param>
internal sealed class RunContents(PartialTrace partial)
{
    // Of a run that is stuck so much is shown behind its last event, so that what never ended is seen to last.
    private const int TailShare = 20;

    private Task<IReadOnlyList<NodeSpan>>? nodes;
    private Task<IReadOnlyList<NpuRow>>? rows;
    private Task<CriticalPath>? path;

    public Trace Trace => partial.Trace;

    public RunFacts Run => partial.Trace.Run;

    /// <summary>Reads what there is in a folder.</summary>
    public static async Task<RunContents> OpenAsync(string folder) => new(await PartialTrace.OpenAsync(folder).ConfigureAwait(false));

    /// <summary>The nodes that ended, in order of their ends.</summary>
    /// <exception cref="InvalidInputException">Their file cannot be read.</exception>
    public Task<IReadOnlyList<NodeSpan>> NodesAsync() => nodes ??= Trace.ReadNodesAsync();

    /// <summary>What each NPU did, in order of their numbers.</summary>
    /// <exception cref="InvalidInputException">The file of nodes cannot be read.</exception>
    public Task<IReadOnlyList<NpuRow>> RowsAsync() => rows ??= ReadRowsAsync();

    /// <summary>What led to the end of the last node.</summary>
    /// <exception cref="InvalidInputException">It cannot be told.</exception>
    public Task<CriticalPath> PathAsync() => path ??= partial.Problems.Count > 0
        ? throw new InvalidInputException(Trace.Folder, "The critical path cannot be told without run.json and actors.parquet.")
        : CriticalPath.OfRunAsync(Trace, Trace.Folder);

    /// <summary>When the run ended; of one that failed the last that is known to have happened.</summary>
    public async Task<long> EndNsAsync()
    {
        if (Run.EndNs > 0)
        {
            return Run.EndNs;
        }

        var ended = await NodesAsync().ConfigureAwait(false);
        return Math.Max(ended.Count == 0 ? 0 : ended[^1].EndNs, Run.Diagnosis?.Messages.Select(message => message.HandledNs).DefaultIfEmpty().Max() ?? 0);
    }

    /// <summary>Up to when the run is drawn: its end, and of one that is stuck a little more.</summary>
    public async Task<long> ShownNsAsync()
    {
        var end = await EndNsAsync().ConfigureAwait(false);
        return Run.Diagnosis is { Waits.Count: > 0 } ? end + Math.Max(1, end / TailShare) : end;
    }

    /// <summary>How many nodes ended without being recorded.</summary>
    public async Task<long> UnrecordedNodesAsync() => Run.Recorded.NodesEnded is var ended and > 0 ? ended - (await NodesAsync().ConfigureAwait(false)).Count : 0;

    /// <summary>Says how many nodes are lacking of those that a part shows; empty: none.</summary>
    public async Task<string> WhatLacksAsync() => await UnrecordedNodesAsync().ConfigureAwait(false) is var lacking and > 0
        ? $"{Quantity.Count(lacking, "further node was", "further nodes were")} not recorded: {Run.Recorded.Failure}"
        : "";

    /// <summary>Why the trace has nothing of what a part shows, in sentences.</summary>
    /// <param name="what">What that is: <c>nodes</c>.</param>
    public string WhyNone(string what) => Run switch
    {
        { IsComplete: false } => $"The trace holds no {what}, since it is not complete: {Run.Recorded.Failure}",
        { Failure: not null } => $"The run failed before it recorded any {what}.",
        _ => $"The trace holds no {what}.",
    };

    /// <summary>Why a part cannot be shown, in sentences.</summary>
    /// <param name="found">What was found to be wrong. Where not all was recorded, that is the reason, and nothing is to be done about the file.</param>
    public string WhyMissing(IReadOnlyList<Problem> found) => Run.IsComplete
        ? string.Join(' ', found.Select(problem => $"{problem.Where}: {problem.What} {problem.Remedy}".TrimEnd()))
        : string.Join(' ', [.. found.Select(problem => $"{problem.Where}: {problem.What}"), $"The trace is not complete: {Run.Recorded.Failure}"]);

    /// <summary>What a reader should know before he relies on a report.</summary>
    /// <param name="found">What was found to be wrong on the way.</param>
    public IReadOnlyList<string> NotesWith(IEnumerable<Problem> found) =>
    [
        .. Run.Failure is null ? (string[])[] : ["The run failed, so it has no figures; the report shows how far it got."],
        .. Trace.Gaps,
        .. partial.Problems.Concat(found).Select(problem => $"{problem.Where}: {problem.What}").Distinct(StringComparer.Ordinal),
    ];

    private async Task<IReadOnlyList<NpuRow>> ReadRowsAsync()
    {
        var ended = (await NodesAsync().ConfigureAwait(false)).ToLookup(node => node.Npu);
        var open = OpenWaits.Of(Trace, await ShownNsAsync().ConfigureAwait(false), npu => ended[npu].Select(node => node.EndNs).DefaultIfEmpty().Max()).ToLookup(node => node.Npu);
        return [.. Enumerable.Range(0, Trace.NpuCount).Select(npu => new NpuRow(npu, npu < Run.FinishNs.Count ? Run.FinishNs[npu] : null, ended[npu], open[npu]))];
    }
}
