using ClusterSim.Collectives.Algorithms;
using ClusterSim.Collectives.Algorithms.Guards;
using ClusterSim.Core.Collectives;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Plugins;

/// <summary>Makes the catalog of a system that names plug-ins.</summary>
internal static class PluginCatalog
{
    /// <summary>The algorithms that are built in, and those of plug-ins; what is wrong with one goes to the problems.</summary>
    public static CollectiveCatalog Of(IReadOnlyList<InputPath> plugins, ReadContext context)
    {
        var catalog = CollectiveCatalog.BuiltIn;
        foreach (var path in plugins)
        {
            var plugin = PluginLibrary.Load(path.FullPath);
            foreach (var fault in plugin.Faults)
            {
                context.Refuse(path.Place.ToString(), $"The plug-in {path.Display} {fault}.");
            }

            catalog = catalog.With(plugin.Families.Where(family => IsNew(family, path, catalog, context)).Select(family => EntryOf(family, path)).ToArray());
        }

        return catalog;
    }

    private static bool IsNew(ICollectiveFamily family, InputPath path, CollectiveCatalog catalog, ReadContext context)
    {
        if (catalog.EntryOf(family.Name) is not { } known)
        {
            return true;
        }

        // Named twice, a file adds nothing.
        if (known.Plugin != path.FullPath)
        {
            var owner = known.Plugin is null ? "is built in" : $"comes from {known.Plugin}";
            context.Refuse(path.Place.ToString(), $"The plug-in {path.Display} has an algorithm called {family.Name}, and one of that name {owner}.", "Give it another name.");
        }

        return false;
    }

    private static CatalogEntry EntryOf(ICollectiveFamily family, InputPath path) => new(new GuardedFamily(family, Path.GetFileName(path.FullPath)), path.FullPath);
}
