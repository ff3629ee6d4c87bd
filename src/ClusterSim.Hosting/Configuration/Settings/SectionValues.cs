using System.Diagnostics.CodeAnalysis;
using ClusterSim.Hosting.Configuration.Documents;

namespace ClusterSim.Hosting.Configuration.Settings;

/// <summary>What was read of one section.</summary>
internal sealed class SectionValues(Section section, MapNode node)
{
    private readonly Dictionary<Setting, object?> values = [];
    private readonly Dictionary<Setting, object> readable = [];

    /// <summary>What describes it.</summary>
    public Section Section => section;

    /// <summary>Where the section stands.</summary>
    public Place Place => node.Place;

    /// <summary>Whether nothing was wrong with it. What is read of a section that is not sound only serves to find more mistakes.</summary>
    public bool IsSound { get; set; } = true;

    /// <summary>The value of a key, or its default.</summary>
    public T Get<T>(Setting<T> setting) => TryGet(setting, out var value) ? value : setting.ReadDefault();

    /// <summary>The value of a key, where it is given and right.</summary>
    public bool TryGet<T>(Setting<T> setting, [MaybeNullWhen(false)] out T value)
    {
        var has = values.TryGetValue(setting, out var found);
        value = has ? (T?)found : default;
        return has;
    }

    /// <summary>
    /// What could be read of a list or a map, where it is given: without what is wrong in it, which is already among the problems.
    /// Null if it is no list or map, or is not given.
    /// </summary>
    public T? Readable<T>(Setting<T> setting)
        where T : class =>
        TryGet(setting, out var whole) ? whole : (T?)readable.GetValueOrDefault(setting);

    /// <summary>What is written for a key, or null.</summary>
    public ConfigNode? NodeOf(Setting setting) => node.Find(setting.Key);

    /// <summary>Where a key stands; where it is missing, its section.</summary>
    public Place PlaceOf(Setting setting) => NodeOf(setting)?.Place ?? Place;

    /// <summary>Where an entry of a key's list stands.</summary>
    public Place PlaceOf(Setting setting, int index) =>
        NodeOf(setting) is ListNode list && index < list.Items.Count ? list.Items[index].Place : PlaceOf(setting);

    /// <summary>Keeps the value of a key.</summary>
    internal void Put<T>(Setting<T> setting, T value) => values[setting] = value;

    /// <summary>Keeps what could be read of a key that has mistakes.</summary>
    internal void PutReadable<T>(Setting<T> setting, T value) => readable[setting] = value!;
}
