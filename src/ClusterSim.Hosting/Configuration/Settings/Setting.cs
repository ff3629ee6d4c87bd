using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;

namespace ClusterSim.Hosting.Configuration.Settings;

/// <summary>
/// One key of a section: its name, help, rule and default. Reading, messages, the check for unknown keys and the JSON
/// Schemas all follow from it.
/// </summary>
/// <param name="key">The key in files.</param>
/// <param name="help">What it does, in sentences.</param>
internal abstract class Setting(string key, string help)
{
    public string Key => key;

    public string Help => help;

    /// <summary>Whether a section without it is wrong.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What holds where it is not given, written as in a file; null: nothing in particular.</summary>
    public string? Default { get; init; }

    public abstract ValueKind Kind { get; }

    /// <summary>Reads a value into a section's values.</summary>
    public abstract void Read(ConfigNode node, SectionValues into, ReadContext context);

    /// <summary>The JSON Schema of the key's value.</summary>
    public JsonObject Schema()
    {
        var schema = Kind.Schema();
        schema["description"] = Default is null ? Help : $"{Help} Default: {Default}.";
        return schema;
    }
}
