using System.Text;

namespace ClusterSim.Cli.Output;

/// <summary>
/// Prints tables in columns. Written out, since a library that draws tables would take a sixth of the time of a small run
/// to load.
/// </summary>
internal static class TablePrinter
{
    private const string Gap = "  ";
    private const string Bold = "\e[1m";
    private const string Plain = "\e[0m";

    public static void Print(TextTable table, Terminal terminal)
    {
        var widths = table.Titles.Select((title, column) => table.Rows.Select(row => row[column].Length).Append(title.Length).Max()).ToList();
        var titles = Line(table.Titles, widths, table.NameColumns);
        terminal.Output.WriteLine(terminal.UsesColours ? Bold + titles + Plain : titles);
        foreach (var row in table.Rows)
        {
            terminal.Output.WriteLine(Line(row, widths, table.NameColumns));
        }
    }

    private static string Line(IReadOnlyList<string> cells, List<int> widths, int nameColumns)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Count; i++)
        {
            line.Append(i == 0 ? "" : Gap).Append(i < nameColumns ? cells[i].PadRight(widths[i]) : cells[i].PadLeft(widths[i]));
        }

        return line.ToString().TrimEnd();
    }
}
