using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Options;

/// <summary>
/// Chooses what runs a collective: in each dimension the first rule that matches, or else what its kind is given. Used by one thread at a time.
/// </summary>
/// <param name="options">The system.</param>
/// <param name="dimensionCount">How many dimensions its network has.</param>
public sealed class AlgorithmChooser(SystemOptions options, int dimensionCount)
{
    /// <summary>So many rules there may be.</summary>
    public const int MostRules = 64;

    // By which rules match, one bit each.
    private readonly Dictionary<(CollectiveKind Kind, ulong Matching, bool IsSubgroup), CollectiveImplementation> made = [];

    /// <summary>What runs a collective; equal choices are the same object.</summary>
    /// <param name="kind">What it does.</param>
    /// <param name="size">Its size, scaled.</param>
    /// <param name="node">The id of its node.</param>
    /// <param name="group">The name of its group, or null.</param>
    /// <param name="isSubgroup">Whether that does not hold all NPUs.</param>
    public CollectiveImplementation Of(CollectiveKind kind, ByteSize size, ulong node, string? group, bool isSubgroup)
    {
        var matching = Matching(kind, size, node, group);
        var configured = options.Implementations[kind];
        if (matching == 0)
        {
            return configured;
        }

        if (!made.TryGetValue((kind, matching, isSubgroup), out var implementation))
        {
            var rules = options.Rules.Where((_, rule) => (matching >> rule & 1) != 0).ToArray();
            implementation = (isSubgroup ? InGroup(rules) : InSystem(rules, configured)) ?? configured;
            made.Add((kind, matching, isSubgroup), implementation);
        }

        return implementation;
    }

    /// <summary>The rules whose conditions a collective meets, those on dimensions apart: bit r for rule r.</summary>
    /// <param name="kind">What it does.</param>
    /// <param name="size">Its size, scaled.</param>
    /// <param name="node">The id of its node.</param>
    /// <param name="group">The name of its group, or null.</param>
    public ulong Matching(CollectiveKind kind, ByteSize size, ulong node, string? group)
    {
        var matching = 0UL;
        for (var rule = 0; rule < options.Rules.Count; rule++)
        {
            matching |= options.Rules[rule].Matches(kind, size, node, group) ? 1UL << rule : 0;
        }

        return matching;
    }

    private static CollectiveImplementation? InGroup(AlgorithmRule[] rules) =>
        Array.Find(rules, rule => rule.Dimensions.Count == 0) is { } first ? new([first.Algorithm]) : null;

    private CollectiveImplementation? InSystem(AlgorithmRule[] rules, CollectiveImplementation configured)
    {
        var chosen = new ICollectiveAlgorithm?[dimensionCount];
        foreach (var rule in rules)
        {
            if (!rule.SpansSystem)
            {
                Fill(chosen, rule);
            }
            else if (Array.TrueForAll(chosen, algorithm => algorithm is null))
            {
                return new([rule.Algorithm], SpansSystem: true);
            }
        }

        // An algorithm for the whole system stands for each dimension that no rule is for.
        return Array.TrueForAll(chosen, algorithm => algorithm is null)
            ? null
            : new([.. chosen.Select((algorithm, dimension) => algorithm ?? configured.PerDimension[configured.SpansSystem ? 0 : dimension])]);
    }

    private static void Fill(ICollectiveAlgorithm?[] chosen, AlgorithmRule rule)
    {
        for (var dimension = 0; dimension < chosen.Length; dimension++)
        {
            chosen[dimension] ??= rule.IsFor(dimension) ? rule.Algorithm : null;
        }
    }
}
