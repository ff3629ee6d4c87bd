using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;

namespace ClusterSim.Hosting.Configuration;

/// <summary>Sets keys of a document. Files that a key leads into are read on the way, others are left alone.</summary>
/// <param name="problems">Gets what is wrong.</param>
/// <param name="kind">What the document is.</param>
internal sealed class OverrideWriter(ProblemList problems, ValueKind kind)
{
    private readonly DocumentReader reader = new(problems);

    public ConfigNode Apply(ConfigNode root, Override change)
    {
        var source = DocumentSource.OfCommandLine($"{change.Origin} {change.Key}".TrimEnd());
        if (change.Value is null || change.Key.Length == 0)
        {
            problems.Add(source.Name, "This is no key with a value.", "Give key=value, such as network.npus_count=[8].");
            return root;
        }

        if (change.Value.Length == 0)
        {
            problems.Add(source.Name, "No value is given.", $"Give {change.Key}=VALUE, or {change.Key}=null to take the key away.");
            return root;
        }

        return Apply(root, change.Key, reader.ReadText(change.Value, source));
    }

    /// <summary>Sets a key, with dots between those that lead to it, to a value.</summary>
    public ConfigNode Apply(ConfigNode root, string key, ConfigNode value) => Set(root, kind, key.Split('.'), value);

    private ConfigNode Set(ConfigNode node, ValueKind? of, ReadOnlySpan<string> keys, ConfigNode value)
    {
        if (keys.IsEmpty)
        {
            return value;
        }

        var opened = of?.Open(node, reader) ?? node;
        if (opened is not MapNode map)
        {
            if (opened is not UnreadableNode)
            {
                problems.Add(value.Place.ToString(), $"There are no keys below {opened.Given} ({opened.Place}).");
            }

            return opened;
        }

        var key = keys[0];
        if (keys.Length == 1 && value is ScalarNode { IsNull: true })
        {
            return map.Without(key);
        }

        var below = map.Find(key) ?? new MapNode(value.Place, []);
        return map.With(key, Set(below, of?.Below(key), keys[1..], value));
    }
}
