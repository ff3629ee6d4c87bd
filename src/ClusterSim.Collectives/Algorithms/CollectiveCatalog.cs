using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms;

/// <summary>The collective algorithms there are. Adding one means one folder beside this file and one line in it.</summary>
public static class CollectiveCatalog
{
    private static readonly ICollectiveFamily[] Families = [];

    /// <summary>The names that system files may give, for messages: <c>ring, direct, directW, ...</c>.</summary>
    public static IEnumerable<string> Names => Families.SelectMany(family => family.Names);

    /// <summary>The algorithm of a name, or null.</summary>
    public static ICollectiveAlgorithm? Find(string name) =>
        Families.Select(family => family.Find(name)).FirstOrDefault(algorithm => algorithm is not null);
}
