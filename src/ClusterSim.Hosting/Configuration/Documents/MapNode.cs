namespace ClusterSim.Hosting.Configuration.Documents;

/// <summary>Keys with their values, in the order in which they are written; each key once.</summary>
internal sealed class MapNode(Place place, IReadOnlyList<MapEntry> entries) : ConfigNode(place)
{
    public IReadOnlyList<MapEntry> Entries => entries;

    public override string Given => "a map of keys";

    /// <summary>The value of a key, or null.</summary>
    public ConfigNode? Find(string key) => entries.FirstOrDefault(entry => entry.Key == key)?.Value;

    /// <summary>The same map with a value in the place of a key's, or behind the others where it is new.</summary>
    public MapNode With(string key, ConfigNode value)
    {
        var replaced = entries.Select(entry => entry.Key == key ? entry with { Value = value } : entry);
        return new(Place, [.. Find(key) is null ? entries.Append(new(key, value)) : replaced]);
    }

    /// <summary>The same map without a key.</summary>
    public MapNode Without(string key) => new(Place, [.. entries.Where(entry => entry.Key != key)]);
}
