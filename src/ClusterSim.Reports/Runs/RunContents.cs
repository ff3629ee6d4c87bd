using ClusterSim.Inspection.Reading;

namespace ClusterSim.Reports.Runs;

/// <summary>What the parts of a run's report are made of; what several of them need is read once.</summary>
/// <param name="partial">The trace.</param>
internal sealed class RunContents(PartialTrace partial)
{
    private Task<IReadOnlyList<NodeSpan>>? nodes;

    public Trace Trace => partial.Trace;

    public RunFacts Run => partial.Trace.Run;

    /// <summary>Whether what the critical path is made of is known: the network, and the names of all actors.</summary>
    public bool IsWhole => partial.Problems.Count == 0;

    /// <summary>The nodes that ended, in order of their ends.</summary>
    /// <exception cref="Core.Input.InvalidInputException">Their file cannot be read.</exception>
    public Task<IReadOnlyList<NodeSpan>> NodesAsync() => nodes ??= Trace.ReadNodesAsync();

    /// <summary>When the run ended; of one that failed the end of the last node that ended.</summary>
    public async Task<long> EndNsAsync()
    {
        if (Run.EndNs > 0)
        {
            return Run.EndNs;
        }

        var ended = await NodesAsync().ConfigureAwait(false);
        return ended.Count == 0 ? 0 : ended[^1].EndNs;
    }
}
