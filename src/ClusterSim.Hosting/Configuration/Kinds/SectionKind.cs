using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>A map with known keys. Sections of several forms are told apart by a key that only one of them has.</summary>
/// <param name="forms">The forms; the first key of each is the one that tells it, where there are several.</param>
internal class SectionKind(params Section[] forms) : ValueKind<SectionValues>
{
    private IEnumerable<string> TellingKeys => forms.Select(TellingKey);

    /// <summary>The form of a map that has the telling key of none; null: one must be given.</summary>
    public Section? Usual { get; init; }

    public override string Allowed =>
        forms.Length == 1
            ? $"the keys of {forms[0].Name}"
            : $"{string.Join(" or ", forms.Select(form => $"the keys of {form.Name} ({TellingKey(form)})"))}";

    public override JsonObject Schema() =>
        forms.Length == 1 ? forms[0].Schema() : new() { ["oneOf"] = new JsonArray([.. forms.Select(form => form.Schema())]) };

    public override IEnumerable<string> Keys =>
        forms.SelectMany(form => form.Settings).Where(setting => setting is not SettingWithoutEffect).Select(setting => setting.Key);

    /// <summary>The setting of a key in any of the forms, or null.</summary>
    public Setting? Find(string key) => forms.Select(form => form.Find(key)).FirstOrDefault(setting => setting is not null);

    public override ValueKind? Below(string key) => Find(key)?.Kind;

    public override ConfigNode Rewrite(ConfigNode node, Func<ValueKind, ConfigNode, ConfigNode> change)
    {
        var changed = change(this, node);
        return changed is MapNode map
            ? new MapNode(map.Place, [.. map.Entries.Select(entry => entry with { Value = RewriteValue(entry, change) })])
            : changed;
    }

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out SectionValues value)
    {
        value = null;
        if (node is not MapNode map)
        {
            return Refuse(node, context);
        }

        var told = forms.Length == 1 ? forms : [.. forms.Where(form => map.Find(TellingKey(form)) is not null)];
        if (told.Length == 0 && Usual is not null)
        {
            told = [Usual];
        }

        if (told.Length != 1)
        {
            TellForms(map, told, context);
            return false;
        }

        value = told[0].Read(map, context);
        return true;
    }

    private void TellForms(MapNode map, Section[] told, ReadContext context)
    {
        var where = map.Place.ToString();
        var keys = string.Join(", ", TellingKeys);
        if (told.Length > 0)
        {
            context.Refuse(where, $"{string.Join(" and ", told.Select(TellingKey))} are both given: give one of {keys}.");
            return;
        }

        var nearest = map.Entries.Select(entry => NameAdvice.For(entry.Key, TellingKeys)).FirstOrDefault(advice => advice is not null);
        context.Refuse(where, $"None of {keys} is given: give one.", nearest);
    }

    private static string TellingKey(Section form) => form.Settings[0].Key;

    private ConfigNode RewriteValue(MapEntry entry, Func<ValueKind, ConfigNode, ConfigNode> change) =>
        Below(entry.Key)?.Rewrite(entry.Value, change) ?? entry.Value;
}
