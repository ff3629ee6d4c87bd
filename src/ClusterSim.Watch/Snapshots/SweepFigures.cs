namespace ClusterSim.Watch.Snapshots;

/// <summary>How far a sweep is.</summary>
public sealed record SweepFigures
{
    /// <summary>All points; null: not known yet.</summary>
    public int? Total { get; init; }

    /// <summary>Points with figures, those of earlier sweeps into the folder among them.</summary>
    public int Done { get; init; }

    /// <summary>Points without.</summary>
    public int Failed { get; init; }

    /// <summary>How many were finished when the sweep began.</summary>
    public int Before { get; init; }

    /// <summary>Points that run.</summary>
    public int Running { get; init; }

    /// <summary>Points finished in a second, from the start.</summary>
    public double PointsPerSecond { get; init; }

    /// <summary>How long it takes yet at that rate; null: not known.</summary>
    public double? LeftSeconds { get; init; }

    /// <summary>How long it has waited for somebody to run points; null: there is somebody.</summary>
    public double? WaitingSeconds { get; init; }

    /// <summary>Who runs points.</summary>
    public IReadOnlyList<NodeFigures> Nodes { get; init; } = [];

    /// <summary>The last points that failed, the latest first.</summary>
    public IReadOnlyList<FailedPoint> Failures { get; init; } = [];

    /// <summary>What happened last that a user should know, the latest first.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Points finished in a second over the time of the sweep.</summary>
    public IReadOnlyList<CurvePoint> Curve { get; init; } = [];
}
