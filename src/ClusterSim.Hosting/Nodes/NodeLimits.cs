using ClusterSim.Core.Units;

namespace ClusterSim.Hosting.Nodes;

/// <summary>What a node takes at most.</summary>
public sealed record NodeLimits
{
    /// <summary>The memory of its work; null: what the machine has.</summary>
    public ByteSize? Memory { get; init; }

    /// <summary>All cached inputs together.</summary>
    public ByteSize Inputs { get; init; } = new(10L << 30);

    /// <summary>The largest message that it sends or takes.</summary>
    public ByteSize Message { get; init; } = new(256 << 10);
}
