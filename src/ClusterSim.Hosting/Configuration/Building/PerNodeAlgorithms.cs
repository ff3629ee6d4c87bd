using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Workload;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>Reads which collective nodes have a custom algorithm of their own.</summary>
internal static class PerNodeAlgorithms
{
    /// <summary>The prefix of each node's algorithm, by the node's id, without those that cannot be read.</summary>
    public static IReadOnlyDictionary<ulong, InputPath> ById(IEnumerable<MapItem<InputPath>> items, ReadContext context)
    {
        var byId = new Dictionary<ulong, InputPath>();
        var ids = new HashSet<ulong>();
        foreach (var item in items)
        {
            if (!ulong.TryParse(item.Key, out var id) || !ids.Add(id))
            {
                context.Refuse(item.Place.ToString(), $"{Printable.Name(item.Key)} is no id of a node: give a whole number, each once.");
            }
            else if (item.Value is { } prefix)
            {
                byId.Add(id, prefix);
            }
        }

        return byId;
    }
}
