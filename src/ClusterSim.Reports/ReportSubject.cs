namespace ClusterSim.Reports;

/// <summary>What a report can be about.</summary>
public enum ReportSubject
{
    /// <summary>A run that was traced.</summary>
    Run,

    /// <summary>A sweep.</summary>
    Sweep,
}
