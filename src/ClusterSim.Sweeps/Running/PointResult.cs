namespace ClusterSim.Sweeps.Running;

/// <summary>What became of a point: all that tables need. Plain, so that it can be sent and stored.</summary>
public sealed record PointResult
{
    /// <summary>The point's number in the plan.</summary>
    public required int Point { get; init; }

    /// <summary>Which time it was handed out; see <see cref="PointWork.Attempt"/>.</summary>
    public required int Attempt { get; init; }

    /// <summary>Why there are no figures; null: there are.</summary>
    public string? Error { get; init; }

    /// <summary>Who waits for what, and the last messages of the actors concerned, as JSON; null: it was no such failure.</summary>
    public string? Diagnosis { get; init; }

    /// <summary>The node that ran it.</summary>
    public required string Node { get; init; }

    /// <summary>How long its simulation took, or ran until it failed.</summary>
    public double ElapsedSeconds { get; init; }

    /// <summary>When the last NPU finished.</summary>
    public long SimulatedNs { get; init; }

    public long Messages { get; init; }

    /// <summary>Links that the messages crossed.</summary>
    public long Hops { get; init; }

    public long Events { get; init; }

    /// <summary>The hash over every simulated message.</summary>
    public ulong Digest { get; init; }

    /// <summary>Which figures its NPUs have: bit i stands for column i of <see cref="Tables.NpuColumns"/>.</summary>
    public int Figures { get; init; }

    /// <summary>NPUs in their order, those that follow each other with the same figures as one entry: how many there are.</summary>
    public int[] NpuCounts { get; init; } = [];

    /// <summary>For each entry of <see cref="NpuCounts"/>, the figures of each of its NPUs, in the order of their columns.</summary>
    public long[] Values { get; init; } = [];

    /// <summary>How many NPUs there are.</summary>
    public int Npus => NpuCounts.Sum();
}
