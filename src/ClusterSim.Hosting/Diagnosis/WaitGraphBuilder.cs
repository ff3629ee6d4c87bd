using ClusterSim.Collectives.Results;

namespace ClusterSim.Hosting.Diagnosis;

/// <summary>Makes the graph of who waits for what.</summary>
internal sealed class WaitGraphBuilder
{
    // What a person looks through, and what a file should hold of a run with thousands of NPUs.
    private const int MostWaits = 1000;
    private const int MostOfNpu = 64;

    private readonly StuckRun run;
    private readonly TransferWaits transfers;
    private readonly CollectiveWaits collectives;
    private readonly OwnWaits own;

    public WaitGraphBuilder(StuckRun run, StuckCalls calls)
    {
        this.run = run;
        transfers = new TransferWaits(run);
        collectives = new CollectiveWaits(run, calls);
        own = new OwnWaits(run);
    }

    public WaitGraph Build()
    {
        var all = run.Npus.Select(Of).ToArray();
        var kept = all.SelectMany(ofNpu => ofNpu.Take(MostOfNpu)).ToArray();
        var cycles = WaitCycles.In(from wait in kept let other = wait.For where other is not null select (wait.Npu, other.Value));
        var stuck = run.Npus.Select(npu => npu.Npu).ToHashSet();
        var inCycles = cycles.SelectMany(Edges).ToHashSet();
        var ordered = kept.OrderBy(Rank).Take(MostWaits).Select(wait => wait.Describe()).ToArray();
        return new WaitGraph(ordered, all.Sum(ofNpu => ofNpu.Length) - ordered.Length, cycles, [.. stuck.Order()]);

        int Rank(OpenWait wait) =>
            wait.For is not { } other ? 2
            : inCycles.Contains((wait.Npu, other)) ? 0
            : stuck.Contains(other) ? 2 : 1;
    }

    private static IEnumerable<(int Npu, int For)> Edges(IReadOnlyList<int> cycle) =>
        cycle.Select((npu, place) => (npu, cycle[(place + 1) % cycle.Count]));

    private OpenWait[] Of(StuckNpu npu) => [.. transfers.Of(npu), .. collectives.Of(npu), .. own.Of(npu)];
}
