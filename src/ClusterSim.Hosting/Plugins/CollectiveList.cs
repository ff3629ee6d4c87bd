using ClusterSim.Collectives.Algorithms;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Plugins;

/// <summary>Lists the collective algorithms that there are.</summary>
public static class CollectiveList
{
    // Some algorithms take powers of two alone, some an even number, and some no more than a few.
    private static readonly int[] TriedRanks = [2, 3, 4, 6, 8, 16];

    /// <summary>Those built in, and those of plug-ins.</summary>
    /// <param name="plugins">Files of plug-ins, relative to the current folder.</param>
    /// <exception cref="InvalidInputException">Something is wrong with a plug-in; carries every mistake.</exception>
    public static IReadOnlyList<ListedCollective> Read(IReadOnlyList<string> plugins)
    {
        var problems = new ProblemList();
        var place = Place.Root(DocumentSource.OfCommandLine("--plugin"));
        var catalog = PluginCatalog.Of([.. plugins.Select(file => new InputPath(Path.GetFullPath(file), place))], new ReadContext(problems));
        problems.ThrowIfAny();
        return [.. catalog.Entries.Select(Describe)];
    }

    private static ListedCollective Describe(CatalogEntry entry)
    {
        var algorithm = entry.Create();
        return new(
            entry.Family.Name,
            entry.Family.Description,
            entry.Family.Source,
            [.. Enum.GetValues<CollectiveKind>().Where(kind => TriedRanks.Any(ranks => algorithm.WhyNot(kind, ranks, isSubgroup: false) is null))],
            entry.Family.Parameters,
            entry.Plugin);
    }
}
