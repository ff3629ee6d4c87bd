using ClusterSim.Collectives.Results;
using ClusterSim.Core.Messages;
using ClusterSim.Workload;
using ClusterSim.Workload.Collectives;
using ClusterSim.Workload.Set;

namespace ClusterSim.Hosting.Diagnosis;

/// <summary>The collectives that NPUs are stuck in, and who among their ranks does not call them, or calls them otherwise.</summary>
internal sealed class StuckCalls
{
    private const int MostNotes = 8;

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

    /// <summary>What is known of the cause, a line each.</summary>
    /// <param name="queuesPerDimension">How many queues each dimension of the network has.</param>
    public IEnumerable<string> Notes(int queuesPerDimension)
    {
        foreach (var disagreement in Disagreements().Take(MostNotes))
        {
            yield return disagreement;
        }

        if (queuesPerDimension > 1 && OppositeDirections() is { } opposite)
        {
            yield return opposite;
            yield return $"There are {queuesPerDimension} queues a dimension (num-queues-per-dim), and each NPU gives its collectives to "
                + "them in turn: NPUs that sit out a group's collective come to another queue, which may run backwards. Use one queue.";
        }
    }

    /// <summary>The NPUs that are to call a collective.</summary>
    public IEnumerable<int> RanksOf(StuckCollective call) =>
        call.Group is null ? Enumerable.Range(0, workload.Graphs.Count) : workload.Groups[call.Group].Ranks;

    /// <summary>What a collective is: <c>all-reduce of 1,000 B in all NPUs</c>.</summary>
    public static string NameOf(StuckCollective call) => $"{Name(call)} in {GroupOf(call)}";

    /// <summary>The collective of an NPU that a stream belongs to; null: none that has not ended.</summary>
    /// <remarks>A message's tag is its stream, and those of a collective follow each other.</remarks>
    public static StuckCollective? CallOf(StuckNpu npu, long stream) =>
        npu.Collectives.Where(call => call.FirstStream <= stream).MaxBy(call => call.FirstStream);

    // A sentence for each collective that ranks call otherwise, with an NPU and its node for each way.
    private IEnumerable<string> Disagreements() =>
        from ranks in calls
        let ways = Ways(ranks).ToArray()
        where ways.Length > 1
        select $"NPUs disagree on a collective in {GroupOf(ranks.First().Call)}: {string.Join(", ", ways.Select(Describe))}.";

    // A sentence for the first collective that two NPUs run in opposite directions; null: none. Of two that run one alike,
    // each sends to the other what it waits for, or only one of them waits for the other.
    private string? OppositeDirections()
    {
        var waits = stuck
            .SelectMany(npu => npu.Receives.Where(IsOfCollective).Select(receive => (npu.Npu, receive.Peer, receive.Tag)))
            .ToHashSet();
        return stuck
            .SelectMany(npu => npu.Receives.Where(IsOfCollective).Select(receive => (Npu: npu, Receive: receive)))
            .Where(wait => waits.Contains((wait.Receive.Peer, wait.Npu.Npu, wait.Receive.Tag)))
            .Select(wait => (wait.Npu.Npu, wait.Receive.Peer, Call: CallOf(wait.Npu, wait.Receive.Tag)))
            .Where(wait => wait.Call is not null && Ways(calls[(wait.Call.Group, wait.Call.FirstStream)]).Count() == 1)
            .Select(wait => $"npu/{wait.Npu} and npu/{wait.Peer} run the {NameOf(wait.Call!)} in opposite directions.")
            .FirstOrDefault();
    }

    private static bool IsOfCollective(StuckTransfer transfer) => transfer.Class == MessageClass.Collective;

    private static IEnumerable<(int Npu, StuckCollective Call)> Ways(IEnumerable<(int Npu, StuckCollective Call)> ranks) =>
        ranks.DistinctBy(rank => (rank.Call.Kind, rank.Call.Size));

    private static string Name(StuckCollective call) => $"{CollectiveNames.InFiles(call.Kind)} of {call.Size}";

    private static string GroupOf(StuckCollective call) => call.Group is null ? "all NPUs" : $"group \"{Printable.Name(call.Group)}\"";

    private string Describe((int Npu, StuckCollective Call) rank) =>
        $"npu/{rank.Npu} calls {Name(rank.Call)} (node {workload.Graphs[rank.Npu][rank.Call.Node].Id})";
}
