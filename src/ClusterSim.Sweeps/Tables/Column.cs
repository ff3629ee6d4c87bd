namespace ClusterSim.Sweeps.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Name">As its head has it.</param>
/// <param name="Type">What its cells hold.</param>
/// <param name="Of">The cell of a row: a string, or a decimal; null: empty.</param>
public sealed record Column<TRow>(string Name, ColumnType Type, Func<TRow, object?> Of);
