using System.Globalization;
using ClusterSim.Collectives.Algorithms.BinomialTree;
using ClusterSim.Collectives.Algorithms.Bruck;
using ClusterSim.Collectives.Algorithms.Direct;
using ClusterSim.Collectives.Algorithms.Dissemination;
using ClusterSim.Collectives.Algorithms.DoubleBinaryTree;
using ClusterSim.Collectives.Algorithms.HalvingDoubling;
using ClusterSim.Collectives.Algorithms.Hierarchical;
using ClusterSim.Collectives.Algorithms.Ring;
using ClusterSim.Collectives.Algorithms.Tree;
using ClusterSim.Core.Collectives;
using ClusterSim.Workload.Collectives;

namespace ClusterSim.Collectives.Algorithms;

/// <summary>
/// The collective algorithms that an experiment may use: those built in, and those of its plug-ins. To build another one in means one folder
/// beside this file and one line in it.
/// </summary>
public sealed class CollectiveCatalog
{
    private CollectiveCatalog(IReadOnlyList<CatalogEntry> entries)
    {
        Entries = entries;
    }

    /// <summary>The algorithms that are built in.</summary>
    public static CollectiveCatalog BuiltIn { get; } = new(
    [
        new(new RingFamily(), Plugin: null),
        new(new DirectFamily(), Plugin: null),
        new(new HalvingDoublingFamily(), Plugin: null),
        new(new DoubleBinaryTreeFamily(), Plugin: null),
        new(new BinomialTreeFamily(), Plugin: null),
        new(new TreeFamily(), Plugin: null),
        new(new BruckFamily(), Plugin: null),
        new(new HierarchicalFamily(), Plugin: null),
        new(new DisseminationFamily(), Plugin: null),
    ]);

    private static readonly ICollectiveAlgorithm Ring = new RingAlgorithm();
    private static readonly ICollectiveAlgorithm Binomial = new BinomialTreeAlgorithm();
    private static readonly ICollectiveAlgorithm Dissemination = new DisseminationAlgorithm();

    /// <summary>
    /// What runs a kind of collective where no algorithm is configured, or none of the configured ones fits a group: ring, as in the
    /// reference, for the kinds that it knows; binomialTree for those with a root; dissemination for barriers.
    /// </summary>
    public static ICollectiveAlgorithm DefaultOf(CollectiveKind kind) => kind switch
    {
        CollectiveKind.Barrier => Dissemination,
        _ => KindTraits.HasRoot(kind) ? Binomial : Ring,
    };

    /// <summary>The algorithms, by the order in which they were added.</summary>
    public IReadOnlyList<CatalogEntry> Entries { get; }

    /// <summary>
    /// The names that system files may give, for messages: <c>ring</c>, <c>direct</c>, <c>directW (W: window, such as direct4)</c>.
    /// </summary>
    public IEnumerable<string> Names => Entries.SelectMany(NamesOf);

    /// <summary>The same with others. Their names are new.</summary>
    public CollectiveCatalog With(IEnumerable<CatalogEntry> others) => new([.. Entries, .. others]);

    /// <summary>The algorithms that can run a kind of collective among a number of ranks.</summary>
    public IEnumerable<string> NamesThatRun(CollectiveKind kind, int rankCount, bool isSubgroup) =>
        Entries.Select(entry => entry.Create()).Where(algorithm => algorithm.WhyNot(kind, rankCount, isSubgroup) is null).Select(algorithm => algorithm.Name);

    /// <summary>The entry of a name without a number behind it, or null.</summary>
    public CatalogEntry? EntryOf(string name) => Entries.FirstOrDefault(entry => entry.Family.Name == name);

    /// <summary>The algorithm of a name, or null. Other parameters than the one behind the name are as by default.</summary>
    public ICollectiveAlgorithm? Find(string name)
    {
        if (EntryOf(name) is { } entry)
        {
            return entry.Create();
        }

        var stem = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return EntryOf(stem) is { Suffix: { } suffix } found
            && long.TryParse(name.AsSpan(stem.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= suffix.Least && number <= suffix.Most
                ? found.Create(new Dictionary<string, long> { [suffix.Name] = number })
                : null;
    }

    private static IEnumerable<string> NamesOf(CatalogEntry entry)
    {
        var name = entry.Family.Name;
        return entry.Suffix is { } suffix ? [name, $"{name}W (W: {suffix.Name}, such as {name}4)"] : [name];
    }
}
