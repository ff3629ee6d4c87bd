using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Workload.Set;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>Reads a file of process groups that belongs to traces, not to an experiment.</summary>
internal static class GroupsFile
{
    /// <summary>The groups of a file; of the one beside the traces, if there is one, where none is named.</summary>
    /// <param name="prefix">The prefix of the traces.</param>
    /// <param name="path">The file that the user names; null: none.</param>
    /// <param name="context">Where mistakes go.</param>
    public static GroupDefinition[] Read(string prefix, string? path, ReadContext context)
    {
        if (path is null)
        {
            path = GroupFile.PathOf(prefix);
            if (!File.Exists(path))
            {
                return [];
            }
        }

        ExperimentSettings.GroupsKind.TryRead(new DocumentReader(context.Problems).ReadFile(path), context, out var groups);
        return groups is null ? [] : GroupDefinitions.Of(groups);
    }
}
