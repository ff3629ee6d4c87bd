using ClusterSim.Core.Collectives;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Sections;

/// <summary>The keys of a rule that chooses an algorithm, and of its conditions.</summary>
internal static class RuleSettings
{
    // What a dimension and an id can be at most is a matter of the network and the traces.
    private const int MostDimensions = 32;
    private const long MostId = 1L << 53;

    public static readonly Setting<long> SizeFrom = new("from", new SizeKind(0), "The smallest size.") { Default = "0" };

    public static readonly Setting<long> SizeTo = new("to", new SizeKind(0), "The largest size, itself included. Not given: any.");

    public static readonly Setting<IReadOnlyList<Choice<CollectiveKind>>> Kinds = new(
        "kind",
        new OneOrListKind<Choice<CollectiveKind>>(new ChoiceKind<Choice<CollectiveKind>>([.. SimulatedKinds.All])),
        "What the collective does: one kind or a list.");

    public static readonly Setting<SectionValues> Size = new(
        "size",
        new SectionKind(new Section("a range of sizes", "Sizes from one to another.", [SizeFrom, SizeTo])),
        "The size of the whole collective, as its node gives it; comm-scale multiplies it before.");

    public static readonly Setting<IReadOnlyList<long>> Dimensions = new(
        "dimension",
        new OneOrListKind<long>(new WholeNumberKind(0, MostDimensions - 1)),
        "Network dimensions, from 0: one or a list. In others the next rules are looked at. No group but that of all NPUs lies in one.");

    public static readonly Setting<IReadOnlyList<string>> Groups = new(
        "group", new OneOrListKind<string>(TextKind.Instance), "Names of process groups: one or a list. Collectives without a group have none.");

    public static readonly Setting<IReadOnlyList<long>> Nodes = new(
        "node", new OneOrListKind<long>(new WholeNumberKind(0, MostId)), "Ids of collective nodes in the traces: one or a list.");

    public static readonly Setting<SectionValues> When = new(
        "when",
        new SectionKind(new Section("conditions", "Which collectives a rule is for: those that meet all of them.", [Kinds, Size, Dimensions, Groups, Nodes])),
        "Which collectives it is for. Not given: all.");

    public static readonly Setting<AlgorithmChoice> Use = new(
        "use", AlgorithmKind.Instance, "The algorithm; one that takes the whole system as one dimension (one*) goes with no condition on dimensions.")
    { IsRequired = true };

    /// <summary>Whether a rule has broadcasts among its kinds. One for all kinds does not name them.</summary>
    public static bool NamesBroadcasts(SectionValues rule) =>
        rule.TryGet(When, out var conditions)
        && conditions.TryGet(Kinds, out var kinds)
        && kinds.Any(kind => kind.Value == CollectiveKind.Broadcast);

    public static readonly SectionKind Kind = new(new Section("a rule", "Chooses the algorithm of the collectives that meet its conditions.", [Use, When]));
}
