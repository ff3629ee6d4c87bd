using System.Text.Json;
using ClusterSim.Reports.Pages;

namespace ClusterSim.Reports.Sweeps;

/// <summary>What the scripts of a sweep's page draw: axes, columns, figures and what is shown at first; points by their place in columns.</summary>
internal static class SweepData
{
    public static PageData Of(SweepPoints points, AxisRelations relations, IReadOnlyList<PointFigure> figures, ChartChoices choices) => PageData.Of("sweep", json =>
    {
        json.WriteStartObject();
        json.WriteString("name", points.Name);
        json.WriteNumber("count", points.Count);
        WriteAxes(json, points.Axes, relations);
        WriteColumns(json, points.Columns);
        WriteFigures(json, figures, points.Columns);
        WriteChoices(json, choices);
        json.WriteEndObject();
    });

    private static void WriteAxes(Utf8JsonWriter json, IReadOnlyList<SweepAxis> axes, AxisRelations relations)
    {
        json.WriteStartArray("axes");
        for (var index = 0; index < axes.Count; index++)
        {
            var axis = axes[index];
            json.WriteStartObject();
            json.WriteString("key", axis.Key);
            json.WriteString("title", axis.Title);
            json.WriteString("heading", axis.Heading);
            json.WriteString("unit", axis.Unit);
            json.WriteString("kind", axis.Kind.ToString().ToLowerInvariant());
            json.WriteBoolean("npus", axis.IsNpus);
            Write(json, "labels", axis.Labels, json.WriteStringValue);
            Write(json, "values", axis.Values, json.WriteNumberValue);
            Write(json, "codes", axis.Codes, json.WriteNumberValue);
            Write(json, "tied", Enumerable.Range(0, axes.Count).Where(other => relations.AreTied(index, other)), json.WriteNumberValue);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteColumns(Utf8JsonWriter json, IReadOnlyList<PointColumn> columns)
    {
        json.WriteStartArray("columns");
        for (var index = 0; index < columns.Count; index++)
        {
            var column = columns[index];
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("unit", NameOf(column.Unit));
            WriteCells(json, columns, index);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Most figures are the same for all NPUs, and most texts few: pages of many points shall stay small.
    private static void WriteCells(Utf8JsonWriter json, IReadOnlyList<PointColumn> columns, int index)
    {
        var column = columns[index];
        if (column.IsEmpty)
        {
            return;
        }

        if (column.Unit == PointUnit.Text)
        {
            var distinct = column.Texts.Select(text => text ?? "").Distinct(StringComparer.Ordinal).ToList();
            var codes = distinct.Index().ToDictionary(text => text.Item, text => text.Index, StringComparer.Ordinal);
            Write(json, "texts", distinct, json.WriteStringValue);
            if (distinct.Count < column.Texts.Count)
            {
                Write(json, "codes", column.Texts.Select(text => codes[text ?? ""]), json.WriteNumberValue);
            }

            return;
        }

        if (index > 0 && columns[index - 1] is { Unit: not PointUnit.Text } before && before.Numbers.SequenceEqual(column.Numbers))
        {
            json.WriteBoolean("asBefore", value: true);
            return;
        }

        Write(json, "numbers", column.Numbers, number =>
        {
            if (number is { } known)
            {
                json.WriteNumberValue(known);
            }
            else
            {
                json.WriteNullValue();
            }
        });
    }

    private static void WriteFigures(Utf8JsonWriter json, IReadOnlyList<PointFigure> figures, IReadOnlyList<PointColumn> columns)
    {
        var places = columns.Index().ToDictionary(column => column.Item.Name, column => column.Index, StringComparer.Ordinal);
        json.WriteStartArray("figures");
        foreach (var figure in figures)
        {
            json.WriteStartObject();
            json.WriteString("name", figure.Name);
            json.WriteString("title", figure.Title);
            json.WriteString("unit", NameOf(figure.Unit));
            json.WriteNumber("max", places[figure.Of.Name]);
            json.WriteNumber("mean", places[(figure.Mean ?? figure.Of).Name]);
            json.WriteNumber("min", places[(figure.Min ?? figure.Of).Name]);
            json.WriteBoolean("spread", figure.HasSpread);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteChoices(Utf8JsonWriter json, ChartChoices choices)
    {
        json.WriteStartObject("choices");
        foreach (var (name, axis) in new (string, int?)[]
        {
            ("x", choices.X), ("series", choices.Series), ("scaling", choices.Scaling), ("scalingSeries", choices.ScalingSeries), ("size", choices.Size),
            ("sizeSeries", choices.SizeSeries), ("columns", choices.Columns), ("rows", choices.Rows),
        })
        {
            if (axis is { } index)
            {
                json.WriteNumber(name, index);
            }
            else
            {
                json.WriteNull(name);
            }
        }

        json.WriteBoolean("strong", choices.IsStrong);
        json.WriteEndObject();
    }

    private static string NameOf(PointUnit unit) => unit.ToString().ToLowerInvariant();

    private static void Write<T>(Utf8JsonWriter json, string name, IEnumerable<T> values, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            write(value);
        }

        json.WriteEndArray();
    }
}
