using System.Text.Json;
using ClusterSim.Sweeps;

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
            output.Write(separator + "    " + JsonLine.Of(results.Cells(row)));
            separator = ",\n";
        }

        output.WriteLine("\n  ]");
        output.WriteLine("}");
    }

    private static string Text(string text) => $"\"{JsonEncodedText.Encode(text, JsonStyle.Encoder)}\"";
}
