using System.Text.Json;

namespace ClusterSim.Hosting.Results;

/// <summary>Properties of JSON objects whose value may be missing, or a list.</summary>
public static class JsonFields
{
    /// <summary>Writes a list of texts; null: as null.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string property, IEnumerable<string>? texts)
    {
        if (texts is null)
        {
            json.WriteNull(property);
            return;
        }

        json.WriteStartArray(property);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a whole number; null: as null.</summary>
    public static void WriteNumberOrNull(this Utf8JsonWriter json, string property, Int128? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(property, (decimal)value);
        }
        else
        {
            json.WriteNull(property);
        }
    }

    /// <summary>Writes a share; null: as null.</summary>
    public static void WriteShareOrNull(this Utf8JsonWriter json, string property, double? share)
    {
        if (share is { } value)
        {
            json.WriteNumber(property, value);
        }
        else
        {
            json.WriteNull(property);
        }
    }
}
