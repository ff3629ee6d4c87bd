using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Workload;

namespace ClusterSim.Sweeps.Definition;

/// <summary>Finds what a key with dots stands for in an experiment.</summary>
internal static class ExperimentKeys
{
    /// <summary>What a key holds; null where there is no such key, which goes to the problems.</summary>
    public static ValueKind? Find(string key, string where, ReadContext context)
    {
        ValueKind kind = ExperimentSettings.Kind;
        var parts = key.Split('.');
        for (var i = 0; i < parts.Length; i++)
        {
            if (kind.Below(parts[i]) is { } below)
            {
                kind = below;
                continue;
            }

            Refuse(parts, i, kind, where, context);
            return null;
        }

        return kind;
    }

    private static void Refuse(string[] parts, int at, ValueKind kind, string where, ReadContext context)
    {
        var keys = kind.Keys.Distinct(StringComparer.Ordinal).ToArray();
        var before = string.Join('.', parts.Take(at));
        var whole = before.Length == 0 ? "An experiment" : Printable.Name(before);
        if (keys.Length == 0)
        {
            context.Refuse(where, $"There are no keys below {whole}.", "Vary the whole of it.");
            return;
        }

        var nearest = NameAdvice.Nearest(parts[at], keys);
        context.Refuse(
            where,
            $"Unknown key: {whole} has no {Printable.Name(parts[at])}.",
            nearest is null ? $"It has {string.Join(", ", keys)}." : $"Did you mean {string.Join('.', [.. parts.Take(at), nearest])}?");
    }
}
