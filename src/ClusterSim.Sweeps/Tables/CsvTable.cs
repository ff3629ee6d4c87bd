using System.Buffers;

namespace ClusterSim.Sweeps.Tables;

/// <summary>Writes rows as CSV after RFC 4180, with line feeds.</summary>
public static class CsvTable
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\n\r");

    public static void Write<TRow>(IReadOnlyList<Column<TRow>> columns, IEnumerable<TRow> rows, TextWriter output)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            Write(columns[i].Name, isFirst: i == 0, output);
        }

        output.Write('\n');
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                Write(Cell.Text(columns[i].Of(row)), isFirst: i == 0, output);
            }

            output.Write('\n');
        }
    }

    private static void Write(string cell, bool isFirst, TextWriter output)
    {
        if (!isFirst)
        {
            output.Write(',');
        }

        output.Write(Quoted(cell));
    }

    /// <summary>A cell, in quotes if it needs them.</summary>
    public static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(Special) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
