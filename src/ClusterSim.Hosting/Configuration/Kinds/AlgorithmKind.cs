using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using ClusterSim.Collectives.Algorithms;
using ClusterSim.Core.Collectives;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Workload;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>A collective algorithm: its name, or a map of its name and parameters, <c>{ algorithm: direct, window: 4 }</c>.</summary>
internal sealed class AlgorithmKind : ValueKind<AlgorithmChoice>
{
    /// <summary>The key of the name where parameters are given.</summary>
    public const string NameKey = "algorithm";

    private static readonly NameKind<AlgorithmChoice> BuiltIn = NamesIn(CollectiveCatalog.BuiltIn);

    private AlgorithmKind()
    {
    }

    public static AlgorithmKind Instance { get; } = new();

    public override string Allowed => BuiltIn.Allowed;

    // Plug-ins have names that no schema knows; the listed ones are there for editors to offer.
    public override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(
            BuiltIn.Schema(),
            new JsonObject { ["description"] = "An algorithm of a plug-in.", ["type"] = "string", ["pattern"] = "^[a-z][A-Za-z0-9]*$" },
            new JsonObject
            {
                ["description"] = "An algorithm with its parameters, which the command collectives lists.",
                ["type"] = "object",
                ["properties"] = new JsonObject { [NameKey] = new JsonObject { ["type"] = "string" } },
                ["required"] = new JsonArray(NameKey),
                ["additionalProperties"] = new JsonObject { ["type"] = "integer" },
            }),
    };

    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out AlgorithmChoice value)
    {
        value = null;
        return node is MapNode map
            ? TryReadMap(map, context, out value)
            : NamesIn(context.Algorithms).TryRead(node, context, out value);
    }

    private static NameKind<AlgorithmChoice> NamesIn(CollectiveCatalog catalog) =>
        new(() => AlgorithmChoice.NamesIn(catalog), name => AlgorithmChoice.Find(name, catalog));

    private static bool TryReadMap(MapNode map, ReadContext context, [MaybeNullWhen(false)] out AlgorithmChoice value)
    {
        value = null;
        if (map.Find(NameKey) is not { } nameNode)
        {
            context.Refuse(map.Place.ToString(), $"{NameKey} is missing: give the name of an algorithm.");
            return false;
        }

        // Read as a name first, for its advice; a number behind it would say twice what a parameter says.
        var catalog = context.Algorithms;
        if (!NamesIn(catalog).TryRead(nameNode, context, out var named))
        {
            return false;
        }

        CatalogEntry? entry = null;
        _ = AlgorithmChoice.Find(named.Name, name => (entry = catalog.EntryOf(name))?.Create());
        if (entry is null)
        {
            context.Refuse(nameNode.Place.ToString(), $"{named.Name} has a number behind its name, where parameters have keys of their own: give the name without it.");
            return false;
        }

        var before = context.Mistakes;
        var given = ReadParameters(map, entry.Family, context);
        value = context.Mistakes == before ? named with { Algorithm = entry.Create(given) } : null;
        return value is not null;
    }

    private static Dictionary<string, long> ReadParameters(MapNode map, ICollectiveFamily family, ReadContext context)
    {
        var given = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (key, node) in map.Entries.Where(entry => entry.Key != NameKey))
        {
            if (family.Parameters.FirstOrDefault(parameter => parameter.Name == key) is not { } parameter)
            {
                var known = family.Parameters.Select(one => one.Name).ToArray();
                var remedy = NameAdvice.For(key, known) ?? (known.Length == 0 ? "It has none." : $"It has {string.Join(", ", known)}.");
                context.Refuse(node.Place.ToString(), $"Unknown parameter: {family.Name} has no {Printable.Name(key)}.", remedy);
            }
            else if (TryReadNumber(node, parameter, out var number))
            {
                given[key] = number;
            }
            else
            {
                context.Refuse(node.Place.ToString(), $"{node.Given} is not allowed: give a whole number from {parameter.Least} to {parameter.Most}.", parameter.Description);
            }
        }

        return given;
    }

    private static bool TryReadNumber(ConfigNode node, AlgorithmParameter parameter, out long number)
    {
        number = 0;
        return node is ScalarNode scalar
            && long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
            && number >= parameter.Least && number <= parameter.Most;
    }
}
