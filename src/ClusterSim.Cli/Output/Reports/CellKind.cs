namespace ClusterSim.Cli.Output.Reports;

/// <summary>What the cells of a column are, and so how they are printed for people.</summary>
internal enum CellKind
{
    /// <summary>A name.</summary>
    Text,

    /// <summary>A count.</summary>
    Count,

    /// <summary>Simulated time in nanoseconds.</summary>
    Time,

    /// <summary>An amount of data in bytes.</summary>
    Bytes,

    /// <summary>A share, from 0 to 1.</summary>
    Share,
}
