namespace ClusterSim.Watch.Snapshots;

/// <summary>How far a run is.</summary>
public sealed record RunFigures
{
    /// <summary>The simulated time that all of it has reached.</summary>
    public long SimulatedNs { get; init; }

    /// <summary>Messages handled.</summary>
    public long Events { get; init; }

    /// <summary>Messages handled in a second, over the last two; at the end, over all of the run.</summary>
    public double EventsPerSecond { get; init; }

    /// <summary>All NPUs; null: not known yet.</summary>
    public int? Npus { get; init; }

    public int FinishedNpus { get; init; }

    /// <summary>All links; 0: not known yet, or the network is modelled without links.</summary>
    public int Links { get; init; }

    /// <summary>Links that carried data at the last look.</summary>
    public int LinksInUse { get; init; }

    /// <summary>The processes that simulate.</summary>
    public IReadOnlyList<HostFigures> Hosts { get; init; } = [];

    /// <summary>Events a second over the time of the run.</summary>
    public IReadOnlyList<CurvePoint> Curve { get; init; } = [];
}
