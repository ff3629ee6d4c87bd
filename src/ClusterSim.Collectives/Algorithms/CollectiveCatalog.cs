using ClusterSim.Collectives.Algorithms.Direct;
using ClusterSim.Collectives.Algorithms.DoubleBinaryTree;
using ClusterSim.Collectives.Algorithms.HalvingDoubling;
using ClusterSim.Collectives.Algorithms.Ring;
using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms;

/// <summary>The collective algorithms there are. Adding one means one folder beside this file and one line in it.</summary>
public static class CollectiveCatalog
{
    private static readonly RingFamily Ring = new RingFamily();

    private static readonly ICollectiveFamily[] Families =
        [Ring, new DirectFamily(), new HalvingDoublingFamily(), new DoubleBinaryTreeFamily()];

    /// <summary>The names that system files may give, for messages: <c>ring, direct, directW, ...</c>.</summary>
    public static IEnumerable<string> Names => Families.SelectMany(family => family.Names);

    /// <summary>What runs where no algorithm is configured, or none of the configured ones fits a group.</summary>
    public static ICollectiveAlgorithm Default { get; } = Ring.Find(Ring.Names[0])!;

    /// <summary>The algorithms that can run a kind of collective among a number of ranks.</summary>
    public static IEnumerable<string> NamesThatRun(CollectiveKind kind, int rankCount, bool isSubgroup) =>
        from family in Families
        let algorithm = family.Find(family.Names[0])
        where algorithm.WhyNot(kind, rankCount, isSubgroup) is null
        select algorithm.Name;

    /// <summary>The algorithm of a name, or null.</summary>
    public static ICollectiveAlgorithm? Find(string name) =>
        Families.Select(family => family.Find(name)).FirstOrDefault(algorithm => algorithm is not null);
}
