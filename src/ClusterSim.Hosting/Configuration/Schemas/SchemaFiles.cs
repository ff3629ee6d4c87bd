using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Schemas;

/// <summary>
/// The JSON Schemas of the files that people write, so that editors complete and check them. They follow from the same
/// settings as the reading does.
/// </summary>
public static class SchemaFiles
{
    // The draft that editors of YAML understand best.
    private const string Draft = "http://json-schema.org/draft-07/schema#";

    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The content of each file, by its name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        [ExperimentSettings.SchemaFile] = Text(ExperimentSettings.Section),
        [NetworkSettings.SchemaFile] = Text(NetworkSettings.Kind.Schema(), "a network"),
        [SystemSettings.SchemaFile] = Text(SystemSettings.Section),
        [RemoteMemorySettings.SchemaFile] = Text(RemoteMemorySettings.Section),
        [ExperimentSettings.GroupsSchemaFile] = Text(ExperimentSettings.GroupsKind.Schema(), "process groups"),
        [SystemSettings.PerNodeSchemaFile] = Text(SystemSettings.PerNodeKind.Schema(), "custom algorithms of single collectives"),
        [NodeSettings.SchemaFile] = Text(NodeSettings.Section),
        [LayerSettings.SchemaFile] = Text(LayerSettings.TableKind.Schema(), "a layer table"),
    };

    /// <summary>The content of the schema file of a section.</summary>
    internal static string Text(Section section) => Text(section.Schema(), section.Name);

    private static string Text(JsonObject schema, string name)
    {
        var file = new JsonObject { ["$schema"] = Draft, ["title"] = $"ClusterSim: {name}" };
        foreach (var (key, value) in schema)
        {
            file[key] = value?.DeepClone();
        }

        return file.ToJsonString(Format) + "\n";
    }
}
