namespace ClusterSim.Sweeps.Running;

/// <summary>What a worker works with.</summary>
internal sealed record WorkerSetup
{
    /// <summary>What tables call its node.</summary>
    public required string Node { get; init; }

    /// <summary>The slots of its process.</summary>
    public required SlotPool Slots { get; init; }

    /// <summary>Gets what running the points of the sweep takes.</summary>
    public required Func<CancellationToken, Task<IPointRunner>> Prepare { get; init; }

    /// <summary>After what time something is said again.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(2);
}
