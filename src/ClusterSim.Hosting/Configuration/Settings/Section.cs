using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Workload;

namespace ClusterSim.Hosting.Configuration.Settings;

/// <summary>A map with known keys: a network, a system, a layer of a table.</summary>
/// <param name="name">With its article, for messages: <c>a network</c>.</param>
/// <param name="help">What it describes, in sentences.</param>
/// <param name="settings">All its keys, in the order in which they are explained.</param>
internal sealed class Section(string name, string help, IReadOnlyList<Setting> settings)
{
    /// <summary>By this key editors find the schema of a JSON file.</summary>
    public const string SchemaKey = "$schema";

    public string Name => name;

    public string Help => help;

    public IReadOnlyList<Setting> Settings => settings;

    /// <summary>The setting of a key, or null.</summary>
    public Setting? Find(string key) => settings.FirstOrDefault(setting => setting.Key == key);

    /// <summary>Reads a map; every mistake in it goes to the problems.</summary>
    public SectionValues Read(MapNode node, ReadContext context)
    {
        var before = context.Mistakes;
        var values = new SectionValues(this, node);
        var misspelt = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in node.Entries)
        {
            if (key == SchemaKey)
            {
                continue;
            }

            if (Find(key) is { } setting)
            {
                ReadKey(setting, value, values, context);
            }
            else if (RefuseKey(key, value, context) is { } meant)
            {
                misspelt.Add(meant);
            }
        }

        var missing = settings.Where(setting => setting.IsRequired && node.Find(setting.Key) is null && !misspelt.Contains(setting.Key));
        foreach (var setting in missing)
        {
            context.Refuse(node.Place.ToString(), $"{setting.Key} is missing: give {setting.Kind.Allowed}.", setting.Help);
        }

        values.IsSound = context.Mistakes == before && !node.Entries.Any(entry => entry.Value is UnreadableNode);
        return values;
    }

    /// <summary>The JSON Schema of such a map.</summary>
    public JsonObject Schema()
    {
        var properties = new JsonObject { [SchemaKey] = new JsonObject { ["type"] = "string" } };
        foreach (var setting in settings)
        {
            properties[setting.Key] = setting.Schema();
        }

        var schema = new JsonObject
        {
            ["description"] = help,
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        if (settings.Any(setting => setting.IsRequired))
        {
            schema["required"] = new JsonArray([.. settings.Where(s => s.IsRequired).Select(s => (JsonNode)s.Key)]);
        }

        return schema;
    }

    private static void ReadKey(Setting setting, ConfigNode value, SectionValues into, ReadContext context)
    {
        if (value is ScalarNode { IsNull: true })
        {
            context.Refuse(value.Place.ToString(), $"The key has no value: give {setting.Kind.Allowed}.");
        }
        else
        {
            setting.Read(value, into, context);
        }
    }

    // Returns the key that was probably meant.
    private string? RefuseKey(string key, ConfigNode value, ReadContext context)
    {
        var nearest = NameAdvice.Nearest(key, settings.Select(known => known.Key));
        var keys = settings.Where(known => known is not SettingWithoutEffect).Select(known => known.Key);
        var remedy = nearest is null ? $"It has {string.Join(", ", keys)}." : $"Did you mean {nearest}?";
        context.Refuse(value.Place.ToString(), $"Unknown key: {name} has no {Printable.Name(key)}.", remedy);
        return nearest;
    }
}
