namespace ClusterSim.Cli.Output.Reports;

/// <summary>A table that is printed for people, or written for programs.</summary>
/// <param name="Name">What it is called in JSON.</param>
/// <param name="Columns">Names first.</param>
/// <param name="Rows">Text, whole numbers (long) and shares (double), as many as there are columns; null where one does not apply.</param>
internal sealed record Report(string Name, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>How many rows people are shown; null: all. Programs get all.</summary>
    public int? Shown { get; init; }
}
