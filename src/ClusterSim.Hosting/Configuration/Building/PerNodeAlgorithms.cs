using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>Reads which collective nodes have a custom algorithm of their own.</summary>
internal static class PerNodeAlgorithms
{
    /// <summary>The prefix of each node's algorithm, by the node's id.</summary>
    public static IReadOnlyDictionary<ulong, InputPath> ById(IEnumerable<MapItem<InputPath>> items, ReadContext context)
    {
        var byId = new Dictionary<ulong, InputPath>();
        foreach (var item in items)
        {
            if (!ulong.TryParse(item.Key, out var id) || !byId.TryAdd(id, item.Value))
            {
                context.Refuse(item.Place.ToString(), $"{item.Key} is no id of a node: give a whole number, each once.");
            }
        }

        return byId;
    }
}
