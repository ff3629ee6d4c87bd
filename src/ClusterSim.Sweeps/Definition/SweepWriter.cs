using ClusterSim.Hosting.Configuration;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Sweeps.Definition;

/// <summary>Writes a sweep with everything inline, as its folder keeps it: ranges as lists, labels as tables show them.</summary>
internal static class SweepWriter
{
    public static string Write(string name, EffectiveDocument document, IReadOnlyList<Axis> axes, SectionValues values)
    {
        var place = values.Place;
        var entries = new List<MapEntry>
        {
            new(SweepSettings.Name.Key, Text(name)),
            new(SweepSettings.Base.Key, document.Rewrite((kind, node) => kind is PathKind ? PathKind.InFull(node) : node)),
            new(SweepSettings.Axes.Key, List(axes.Select(axis => Map(axis.Keys.Select(key => new MapEntry(key.Key, List(key.Values.Select(value => value.Node)))))))),
            new(SweepSettings.Labels.Key, Map(axes.SelectMany(axis => axis.Keys).Select(key => new MapEntry(key.Key, List(key.Values.Select(value => Text(value.Label))))))),
        };
        Setting[] asWritten = [SweepSettings.Exclude, SweepSettings.Baseline, SweepSettings.Limits];
        entries.AddRange(asWritten.Where(setting => values.NodeOf(setting) is not null).Select(setting => new MapEntry(setting.Key, values.NodeOf(setting)!)));
        return DocumentWriter.Write(Map(entries));

        MapNode Map(IEnumerable<MapEntry> of) => new(place, [.. of]);
        ListNode List(IEnumerable<ConfigNode> of) => new(place, [.. of]);
        ScalarNode Text(string text) => new(place, text, isPlain: false);
    }
}
