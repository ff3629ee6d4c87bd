using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Results;

/// <summary>One collective over all its ranks.</summary>
public sealed record CollectiveRecord
{
    /// <summary>The lowest NPU that takes part; the members below are as it sees them.</summary>
    public required int Npu { get; init; }

    /// <summary>The index of the collective's node in that NPU's graph.</summary>
    public required int Node { get; init; }

    public required CollectiveKind Kind { get; init; }

    public required ByteSize Size { get; init; }

    /// <summary>The process group's name, or null: all NPUs.</summary>
    public required string? Group { get; init; }

    /// <summary>How many ranks take part.</summary>
    public required int Ranks { get; init; }

    /// <summary>The algorithm of each dimension, joined by plus signs.</summary>
    public required string Algorithm { get; init; }

    /// <summary>When its first rank began.</summary>
    public required SimTime Start { get; init; }

    /// <summary>When its last rank ended, so far.</summary>
    public required SimTime Finish { get; init; }

    /// <summary>The collective over the ranks of both records. Does not depend on which is which.</summary>
    public CollectiveRecord With(CollectiveRecord other) => (Npu <= other.Npu ? this : other) with
    {
        Start = SimTime.Min(Start, other.Start),
        Finish = SimTime.Max(Finish, other.Finish),
    };
}
