using System.Diagnostics.CodeAnalysis;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Hosting.Plugins;

namespace ClusterSim.Hosting.Configuration.Kinds;

/// <summary>The keys of a system. Its plug-ins come first, wherever they stand, since other keys name their algorithms.</summary>
internal sealed class SystemKind(Section section) : SectionKind(section)
{
    protected override bool TryReadReadable(ConfigNode node, ReadContext context, [MaybeNullWhen(false)] out SectionValues value)
    {
        // What is wrong with the list itself is told when the keys are read.
        if ((node as MapNode)?.Find(SystemSettings.Plugins.Key) is { } plugins
            && SystemSettings.Plugins.ValueKind.TryRead(plugins, new ReadContext(new()), out var paths))
        {
            context.Algorithms = PluginCatalog.Of(paths, context);
        }

        return base.TryReadReadable(node, context, out value);
    }
}
