using System.Text.Json;

namespace ClusterSim.Cli.Output.Reports;

/// <summary>Writes reports as JSON: a list of rows each, by name.</summary>
internal static class ReportJson
{
    public static void Write(IReadOnlyList<Report> reports, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var report in reports)
        {
            json.WritePropertyName(report.Name);
            if (report.AsJson is { } write)
            {
                write(json);
            }
            else
            {
                WriteRows(report, json);
            }

            if (report.Together is { } together)
            {
                json.WritePropertyName(report.Name + "_together");
                WriteRow([.. report.Columns.Zip(together).Where(cell => cell.First.Kind != CellKind.Text)], json);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>Writes a row as an object.</summary>
    public static void WriteRow(IReadOnlyList<(ReportColumn Column, object? Cell)> row, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (column, cell) in row)
        {
            switch (cell)
            {
                case null:
                    json.WriteNull(column.Name);
                    break;
                case long number:
                    json.WriteNumber(column.Name, number);
                    break;
                case double share:
                    json.WriteNumber(column.Name, share);
                    break;
                default:
                    json.WriteString(column.Name, (string)cell);
                    break;
            }
        }

        json.WriteEndObject();
    }

    private static void WriteRows(Report report, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var row in report.Rows)
        {
            WriteRow([.. report.Columns.Zip(row)], json);
        }

        json.WriteEndArray();
    }
}
