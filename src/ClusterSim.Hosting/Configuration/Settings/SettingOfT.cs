using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;

namespace ClusterSim.Hosting.Configuration.Settings;

/// <summary>A key whose value becomes a <typeparamref name="T"/>.</summary>
internal sealed class Setting<T>(string key, ValueKind<T> kind, string help) : Setting(key, help)
{
    public override ValueKind Kind => kind;

    /// <summary>What the value becomes.</summary>
    public ValueKind<T> ValueKind => kind;

    public override void Read(ConfigNode node, SectionValues into, ReadContext context)
    {
        if (kind.TryRead(node, context, out var value))
        {
            into.Put(this, value);
        }
        else if (value is not null)
        {
            into.PutReadable(this, value);
        }
    }

    /// <summary>What holds where the key is not given.</summary>
    /// <exception cref="InvalidOperationException">There is no default; the caller must ask first.</exception>
    public T ReadDefault()
    {
        var context = new ReadContext(new());
        var place = Place.Root(DocumentSource.OfCommandLine($"default of {Key}"));
        return Default is not null && kind.TryRead(new ScalarNode(place, Default, isPlain: true), context, out var value)
            ? value
            : throw new InvalidOperationException($"{Key} has no default.");
    }
}
