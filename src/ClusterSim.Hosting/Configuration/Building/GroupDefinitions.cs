using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Workload.Set;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>Hands the process groups of a document on to the workload, which checks them against the number of NPUs.</summary>
internal static class GroupDefinitions
{
    public static GroupDefinition[] Of(IEnumerable<MapItem<IReadOnlyList<long>>> groups) =>
        [.. groups.Select(group => new GroupDefinition(group.Key, [.. (group.Value ?? []).Select(rank => (int)rank)], group.Place.ToString())
        {
            IsWhole = group.IsSound,
        })];
}
