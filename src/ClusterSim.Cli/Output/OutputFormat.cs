namespace ClusterSim.Cli.Output;

/// <summary>How the result of a run is printed.</summary>
internal enum OutputFormat
{
    /// <summary>A summary for people.</summary>
    Table,

    /// <summary>Everything, for programs.</summary>
    Json,

    /// <summary>One row an NPU, for spreadsheets.</summary>
    Csv,
}
