namespace ClusterSim.Workload.Rescaling;

/// <summary>What a trace asks of other NPUs.</summary>
internal sealed record TraceFacts
{
    /// <summary>The groups that its collectives name.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Whether it has collectives of all NPUs in all dimensions.</summary>
    public bool HasCollectivesOfAll { get; init; }

    /// <summary>Whether it has collectives of all NPUs in some dimensions of the network.</summary>
    public bool HasCollectivesOfDimensions { get; init; }

    /// <summary>The NPUs that its sends and receives name, each with a node that does.</summary>
    public IReadOnlyDictionary<int, string> Peers { get; init; } = new Dictionary<int, string>();
}
