namespace ClusterSim.Cli.Output;

/// <summary>How a node reports what happens, line by line.</summary>
internal enum ReportFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>An object a line, for programs.</summary>
    Json,
}
