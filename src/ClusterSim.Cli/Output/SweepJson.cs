using System.Buffers;
using System.Text;
using System.Text.Json;
using ClusterSim.Sweeps;
using ClusterSim.Sweeps.Tables;

namespace ClusterSim.Cli.Output;

/// <summary>Prints the points of a sweep as JSON, one a line, with the columns of <c>results.csv</c> as keys. Holds one point at a time.</summary>
internal static class SweepJson
{
    public static void Write(SweepResults results, TextWriter output)
    {
        output.WriteLine("{");
        output.WriteLine($"  \"name\": {Text(results.Plan.Name)},");
        output.WriteLine($"  \"version\": {Text(results.Plan.Version)},");
        output.Write("  \"points\": [");
        var separator = "\n";
        foreach (var row in results.Rows())
        {
            output.Write(separator + "    " + Line(results.Cells(row)));
            separator = ",\n";
        }

        output.WriteLine("\n  ]");
        output.WriteLine("}");
    }

    private static string Text(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static string Line(IEnumerable<(string Name, object? Value)> cells)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
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
