using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClusterSim.Workload.Set;

/// <summary>Writes a file of process groups, as ASTRA-sim and experiments read it: a JSON object from name to NPUs in ring order.</summary>
public static class GroupFile
{
    /// <summary>The file that stands beside the traces of a prefix.</summary>
    public static string PathOf(string prefix) => prefix + ".groups.json";

    /// <summary>Writes the groups, a line each.</summary>
    /// <param name="groups">The groups, in the order of the file.</param>
    /// <param name="output">Where they go, in UTF-8; stays open.</param>
    public static void Write(IEnumerable<ProcessGroup> groups, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        var separator = "{";
        foreach (var group in groups)
        {
            writer.WriteLine(separator);
            writer.Write($"  \"{JsonEncodedText.Encode(group.Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\": [{string.Join(", ", group.Ranks)}]");
            separator = ",";
        }

        writer.WriteLine();
        writer.WriteLine("}");
    }
}
