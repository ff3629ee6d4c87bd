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

    private readonly IReadOnlyList<StuckNpu> stuck;

    // Ranks recognise the same collective by its group and first stream; what they call there must be the same.
    private readonly ILookup<(string? Group, long FirstStream), (int Npu, StuckCollective Call)> calls;

    public StuckCalls(WorkloadSet workload, IReadOnlyList<StuckNpu> stuck)
    {
        this.workload = workload;
        this.stuck = stuck;
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

    /// <summary>
    /// A sentence for the first collective that two NPUs run in opposite directions; null: none. Of two that run one alike,
    /// each sends to the other what it waits for, or only one of them waits for the other.
    /// </summary>
    public string? OppositeDirections()
    {
        var waits = stuck
            .SelectMany(npu => npu.Receives.Where(IsOfCollective).Select(receive => (npu.Npu, receive.Peer, receive.Tag)))
            .ToHashSet();
        return stuck
            .SelectMany(npu => npu.Receives.Where(IsOfCollective).Select(receive => (Npu: npu, Receive: receive)))
            .Where(wait => waits.Contains((wait.Receive.Peer, wait.Npu.Npu, wait.Receive.Tag)))
            .Select(wait => (wait.Npu.Npu, wait.Receive.Peer, Call: CallOf(wait.Npu, wait.Receive.Tag)))
            .Where(wait => wait.Call is not null && Ways(calls[(wait.Call.Group, wait.Call.FirstStream)]).Count() == 1)
            .Select(wait => $"npu/{wait.Npu} and npu/{wait.Peer} run the {Name(wait.Call!)} in {GroupOf(wait.Call!)} in opposite directions.")
            .FirstOrDefault();
    }

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

    private static bool IsOfCollective(StuckTransfer transfer) => transfer.Class == MessageClass.Collective;

    // A message's tag is its stream, and those of a collective follow each other.
    private static StuckCollective? CallOf(StuckNpu npu, long tag) =>
        npu.Collectives.Where(call => call.FirstStream <= tag).MaxBy(call => call.FirstStream);

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
