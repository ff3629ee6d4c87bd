using System.Text.Json;

namespace ClusterSim.Cli.Output.Reports;

/// <summary>A table that is printed for people, or written for programs.</summary>
/// <param name="Name">What it is called in JSON.</param>
/// <param name="Columns">Names first.</param>
/// <param name="Rows">Text, whole numbers (long) and shares (double), as many as there are columns; null where one does not apply.</param>
internal sealed record Report(string Name, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>How many rows people are shown; null: all. Programs get all.</summary>
    public int? Shown { get; init; }

    /// <summary>What the rows sum up to. People see it below them; JSON has its figures apart, CSV does not have it. Null: nothing.</summary>
    public IReadOnlyList<object?>? Together { get; init; }

    /// <summary>Whether people are told that it is empty.</summary>
    public bool IsToldWhenEmpty { get; init; } = true;

    /// <summary>Writes its value in JSON; null: that is a list of its rows.</summary>
    public Action<Utf8JsonWriter>? AsJson { get; init; }
}
