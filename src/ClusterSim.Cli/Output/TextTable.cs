namespace ClusterSim.Cli.Output;

/// <summary>A table as it is printed. Names stand left, figures right.</summary>
/// <param name="NameColumns">How many columns, from the left, hold names.</param>
/// <param name="Titles">Of the columns.</param>
/// <param name="Rows">As many cells each as there are columns.</param>
internal sealed record TextTable(int NameColumns, IReadOnlyList<string> Titles, IReadOnlyList<IReadOnlyList<string>> Rows);
