using System.Buffers;
using System.Text;

namespace ClusterSim.Sweeps.Tables;

/// <summary>Writes rows as CSV after RFC 4180, with line feeds.</summary>
public static class CsvTable
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\n\r");

    public static void Write<TRow>(IReadOnlyList<Column<TRow>> columns, IEnumerable<TRow> rows, TextWriter output)
    {
        var line = new StringBuilder();
        Write(columns.Select(column => column.Name));
        foreach (var row in rows)
        {
            Write(columns.Select(column => Cell.Text(column.Of(row))));
        }

        void Write(IEnumerable<string> cells)
        {
            line.Clear().AppendJoin(',', cells.Select(Quoted)).Append('\n');
            foreach (var chunk in line.GetChunks())
            {
                output.Write(chunk.Span);
            }
        }
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(Special) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
