using System.Text.Json;

namespace ClusterSim.Reports.Pages;

/// <summary>A table that people sort by its headings and filter; <c>table.js</c> draws it.</summary>
/// <param name="Name">Of its data.</param>
/// <param name="Caption">What it is about, for those who do not see where it stands.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">In each a string, a long, a double or null (not known) for each column.</param>
public sealed record PageTable(string Name, string Caption, IReadOnlyList<PageColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>What all rows that are left out are together; null: none is.</summary>
    public IReadOnlyList<object?>? Rest { get; init; }

    /// <summary>The tokens of the colours in which meters are drawn, a row each; the last one holds for all further rows.</summary>
    public IReadOnlyList<string> Tones { get; init; } = ["--series-1"];

    /// <summary>The column by which it is sorted at first, largest first; null: as the rows are.</summary>
    public int? SortedBy { get; init; }

    /// <summary>What the field says that filters by text; null: there is none.</summary>
    public string? Filter { get; init; }

    /// <summary>How many rows are shown until all are asked for.</summary>
    public int Shown { get; init; } = 20;

    /// <summary>Where it stands.</summary>
    public Html Host => Html.Of($"<div data-table=\"{Name}\"></div>");

    /// <summary>What the script needs.</summary>
    public PageData Data => PageData.Of(Name, Write);

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("caption", Caption);
        json.WriteString("filter", Filter);
        json.WriteNumber("shown", Shown);
        json.WriteNumber("sortedBy", SortedBy ?? -1);
        json.WriteStartArray("columns");
        foreach (var column in Columns)
        {
            json.WriteStartObject();
            json.WriteString("title", column.Title);
            json.WriteString("kind", column.Kind);
            json.WriteString("drawing", column.Drawing);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("tones");
        foreach (var tone in Tones)
        {
            json.WriteStringValue(tone);
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in Rows)
        {
            WriteRow(json, row);
        }

        json.WriteEndArray();
        if (Rest is { } rest)
        {
            json.WritePropertyName("rest");
            WriteRow(json, rest);
        }

        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, IReadOnlyList<object?> row)
    {
        json.WriteStartArray();
        foreach (var value in row)
        {
            WriteValue(json, value);
        }

        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case double number:
                // As much as a page shows.
                json.WriteNumberValue(double.IsFinite(number) ? Math.Round(number, 6) : 0);
                break;
            default:
                json.WriteNumberValue(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }
}
