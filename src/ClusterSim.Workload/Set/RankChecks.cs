namespace ClusterSim.Workload.Set;

/// <summary>Checks the NPUs that groups list. A list that many groups share is walked once.</summary>
/// <param name="npuCount">How many NPUs there are.</param>
internal sealed class RankChecks(int npuCount)
{
    private readonly Dictionary<IReadOnlyList<int>, RankCheck> known = new(ReferenceEqualityComparer.Instance);

    // Which list, counted from 1, named an NPU last: groups are many, and none needs a set of its own.
    private readonly int[] namedBy = new int[npuCount];

    public int NpuCount => npuCount;

    public RankCheck Of(IReadOnlyList<int> ranks)
    {
        if (!known.TryGetValue(ranks, out var check))
        {
            check = Walk(ranks, known.Count + 1);
            known.Add(ranks, check);
        }

        return check;
    }

    private RankCheck Walk(IReadOnlyList<int> ranks, int ordinal)
    {
        var mistakes = new List<string>();
        var count = 0;
        foreach (var rank in ranks)
        {
            if (rank < 0 || rank >= npuCount)
            {
                mistakes.Add($"NPU {rank}; the network has the NPUs 0 to {npuCount - 1}.");
            }
            else if (namedBy[rank] == ordinal)
            {
                mistakes.Add($"NPU {rank} more than once.");
            }
            else
            {
                namedBy[rank] = ordinal;
                count++;
            }
        }

        return new RankCheck(mistakes, count);
    }
}
