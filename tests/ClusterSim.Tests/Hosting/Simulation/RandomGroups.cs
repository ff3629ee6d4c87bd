using ClusterSim.Workload.Set;
using CsCheck;

namespace ClusterSim.Tests.Hosting.Simulation;

/// <summary>
/// Draws process groups that every NPU is in exactly one of: two of neighbours, in ascending or descending order, or one of all.
/// </summary>
/// <remarks>
/// NPUs take turns through their queues with every stream, in groups too, and the queue decides the direction. An NPU that sat
/// out a collective of a group could then go round the other way than its neighbours in the next one of all.
/// </remarks>
internal sealed record RandomGroups(int First, int Count, bool IsDescending)
{
    private const int Fewest = 2;

    public static Gen<RandomGroups> Any { get; } =
        Gen.Select(Gen.Int[0, 15], Gen.Int[Fewest, 16], Gen.Bool)
            .Select((first, count, isDescending) => new RandomGroups(first, count, isDescending));

    /// <summary>The groups among a number of NPUs.</summary>
    public ProcessGroup[] Among(int npus)
    {
        int[] ranks = [.. Enumerable.Range(First, npus).Select(rank => rank % npus)];
        if (IsDescending)
        {
            Array.Reverse(ranks);
        }

        return Count <= npus - Fewest
            ? [new ProcessGroup("3", 3, ranks[..Count]), new ProcessGroup("rest", 1, ranks[Count..])]
            : [new ProcessGroup("3", 3, ranks)];
    }
}
