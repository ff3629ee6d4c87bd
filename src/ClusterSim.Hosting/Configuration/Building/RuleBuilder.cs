using ClusterSim.Collectives.Options;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>Builds the rules that choose algorithms, and checks what concerns several keys of one.</summary>
internal static class RuleBuilder
{
    /// <summary>The rules, as far as they are right.</summary>
    /// <param name="system">The system's keys.</param>
    /// <param name="dimensionCount">How many dimensions the network has; null if that is not known.</param>
    /// <param name="context">Where mistakes go.</param>
    public static IReadOnlyList<AlgorithmRule> Build(SectionValues system, int? dimensionCount, ReadContext context) =>
        system.TryGet(SystemSettings.Rules, out var rules) ? [.. rules.Select(rule => BuildRule(rule, dimensionCount, context)).OfType<AlgorithmRule>()] : [];

    private static AlgorithmRule? BuildRule(SectionValues rule, int? dimensionCount, ReadContext context)
    {
        if (!rule.TryGet(RuleSettings.Use, out var choice))
        {
            return null;
        }

        var built = new AlgorithmRule(choice.Algorithm, choice.SpansSystem);
        if (!rule.TryGet(RuleSettings.When, out var conditions))
        {
            return built;
        }

        CheckDimensions(conditions, choice, dimensionCount, context);
        built = built with
        {
            Kinds = conditions.TryGet(RuleSettings.Kinds, out var kinds) ? [.. kinds.Select(kind => kind.Value)] : [],
            Dimensions = conditions.TryGet(RuleSettings.Dimensions, out var dimensions) ? [.. dimensions.Select(dimension => (int)dimension)] : [],
            Groups = conditions.TryGet(RuleSettings.Groups, out var groups) ? groups : [],
            Nodes = conditions.TryGet(RuleSettings.Nodes, out var nodes) ? [.. nodes.Select(id => (ulong)id)] : [],
        };
        return conditions.TryGet(RuleSettings.Size, out var size) ? WithSize(built, size, context) : built;
    }

    private static AlgorithmRule WithSize(AlgorithmRule rule, SectionValues size, ReadContext context)
    {
        var from = size.Get(RuleSettings.SizeFrom);
        var to = size.TryGet(RuleSettings.SizeTo, out var largest) ? largest : long.MaxValue;
        if (to < from)
        {
            context.Refuse(size.Place.ToString(), $"No size is from {from} to {to} bytes.");
        }

        return rule with { From = new ByteSize(from), To = new ByteSize(to) };
    }

    private static void CheckDimensions(SectionValues conditions, AlgorithmChoice choice, int? dimensionCount, ReadContext context)
    {
        if (!conditions.TryGet(RuleSettings.Dimensions, out var dimensions))
        {
            return;
        }

        var place = conditions.PlaceOf(RuleSettings.Dimensions).ToString();
        if (choice.SpansSystem)
        {
            context.Refuse(place, $"{choice.Name} takes the whole system as one dimension, and the rule is for dimension {string.Join(", ", dimensions)}.", "Take the condition away, or name an algorithm without one.");
        }

        if (dimensionCount is { } count && dimensions.FirstOrDefault(dimension => dimension >= count, -1) is >= 0 and var missing)
        {
            context.Refuse(place, $"The network has no dimension {missing}: it has {count}, counted from 0.");
        }
    }
}
