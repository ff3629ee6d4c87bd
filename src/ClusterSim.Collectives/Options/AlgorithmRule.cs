using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Options;

/// <summary>Which algorithm runs collectives that meet some conditions. What is not given holds for all.</summary>
/// <param name="Algorithm">The algorithm.</param>
/// <param name="SpansSystem">Whether it takes the whole system as one dimension; then no dimensions are given.</param>
public sealed record AlgorithmRule(ICollectiveAlgorithm Algorithm, bool SpansSystem)
{
    /// <summary>What the collective does: the whole of it, whatever its phases do.</summary>
    public IReadOnlyCollection<CollectiveKind> Kinds { get; init; } = [];

    /// <summary>Network dimensions, in which it then holds. A group that does not hold all NPUs lies in none.</summary>
    public IReadOnlyCollection<int> Dimensions { get; init; } = [];

    /// <summary>Names of groups; a collective of all NPUs without a group has none.</summary>
    public IReadOnlyCollection<string> Groups { get; init; } = [];

    /// <summary>Ids of nodes in the traces.</summary>
    public IReadOnlyCollection<ulong> Nodes { get; init; } = [];

    /// <summary>The smallest size of the whole collective, as it is simulated.</summary>
    public ByteSize From { get; init; }

    /// <summary>The largest one, itself included.</summary>
    public ByteSize To { get; init; } = new(long.MaxValue);

    /// <summary>Whether a collective meets the conditions, those on dimensions apart.</summary>
    public bool Matches(CollectiveKind kind, ByteSize size, ulong node, string? group) =>
        (Kinds.Count == 0 || Kinds.Contains(kind))
        && size >= From && size <= To
        && (Nodes.Count == 0 || Nodes.Contains(node))
        && (Groups.Count == 0 || (group is not null && Groups.Contains(group)));

    /// <summary>Whether it holds in a network dimension.</summary>
    public bool IsFor(int dimension) => Dimensions.Count == 0 || Dimensions.Contains(dimension);
}
