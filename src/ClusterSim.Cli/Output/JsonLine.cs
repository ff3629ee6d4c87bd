using System.Buffers;
using System.Text;
using System.Text.Json;
using ClusterSim.Sweeps.Tables;

namespace ClusterSim.Cli.Output;

/// <summary>Writes a row of a table as a JSON object in one line.</summary>
internal static class JsonLine
{
    /// <param name="cells">Names with their cells: decimals are numbers, all else is text; null: left out.</param>
    public static string Of(IEnumerable<(string Name, object? Value)> cells)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonStyle.Line))
        {
            json.WriteStartObject();
            foreach (var (name, value) in cells)
            {
                if (value is decimal number)
                {
                    json.WritePropertyName(name);
                    json.WriteRawValue(Cell.Text(number));
                }
                else if (value is not null)
                {
                    json.WriteString(name, (string)value);
                }
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
