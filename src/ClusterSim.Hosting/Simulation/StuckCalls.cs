using System.Globalization;
using ClusterSim.Collectives.Results;
using ClusterSim.Core.Messages;
using ClusterSim.Workload;
using ClusterSim.Workload.Collectives;
using ClusterSim.Workload.Set;

namespace ClusterSim.Hosting.Simulation;

/// <summary>The collectives that NPUs are stuck in, and who among their ranks does not call them, or calls them otherwise.</summary>
internal sealed class StuckCalls
{
    private const int MostNpus = 8;

    private readonly WorkloadSet workload;

    // Ranks recognise the same collective by its group and first stream; what they call there must be the same.
    private readonly ILookup<(string? Group, long FirstStream), (int Npu, StuckCollective Call)> calls;

    public StuckCalls(WorkloadSet workload, IReadOnlyList<StuckNpu> stuck)
    {
        this.workload = workload;
        calls = stuck
            .SelectMany(npu => npu.Collectives.Select(call => (npu.Npu, Call: call)))
            .ToLookup(pair => (pair.Call.Group, pair.Call.FirstStream));
    }

    /// <summary>A sentence for each collective that ranks call otherwise, with an NPU and its node for each way.</summary>
    public IEnumerable<string> Disagreements() =>
        from ranks in calls
        let ways = Ways(ranks).ToArray()
        where ways.Length > 1
        select $"NPUs disagree on a collective in {GroupOf(ranks.First().Call)}: {string.Join(", ", ways.Select(Describe))}.";

    /// <summary>What a collective is: <c>all-reduce of 1,000 B in all NPUs</c>, and why it waits, where that is known.</summary>
    public string Describe(StuckCollective call)
    {
        var ranks = calls[(call.Group, call.FirstStream)];
        var absent = RanksOf(call).Except(ranks.Select(rank => rank.Npu)).ToArray();
        var text = $"{Name(call)} in {GroupOf(call)}";
        if (absent.Length > 0)
        {
            return $"{text}, which {List(absent)} {(absent.Length == 1 ? "does" : "do")} not call";
        }

        return Ways(ranks).Count() > 1 ? $"{text}, which others call otherwise" : text;
    }

    private static IEnumerable<(int Npu, StuckCollective Call)> Ways(IEnumerable<(int Npu, StuckCollective Call)> ranks) =>
        ranks.DistinctBy(rank => (rank.Call.Kind, rank.Call.Size));

    private static string Name(StuckCollective call) => $"{CollectiveNames.InFiles(call.Kind)} of {call.Size}";

    private static string GroupOf(StuckCollective call) => call.Group is null ? "all NPUs" : $"group \"{Printable.Name(call.Group)}\"";

    private static string List(int[] npus)
    {
        var named = string.Join(", ", npus.Take(MostNpus).Select(npu => $"npu/{npu}"));
        return npus.Length <= MostNpus ? named : string.Create(CultureInfo.InvariantCulture, $"{named} and {npus.Length - MostNpus:N0} more");
    }

    private string Describe((int Npu, StuckCollective Call) rank) =>
        $"npu/{rank.Npu} calls {Name(rank.Call)} (node {workload.Graphs[rank.Npu][rank.Call.Node].Id})";

    private IEnumerable<int> RanksOf(StuckCollective call) =>
        call.Group is null ? Enumerable.Range(0, workload.Graphs.Count) : workload.Groups[call.Group].Ranks;
}
