using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Hosting.Configuration.Building;
using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Nodes;

/// <summary>Reads the file of a node.</summary>
public static class NodeFile
{
    /// <summary>The node that a file describes, with keys set from outside.</summary>
    /// <exception cref="InvalidInputException">Something is wrong with it; carries every mistake.</exception>
    public static NodeOptions Load(string path, IEnumerable<Override> overrides)
    {
        var found = new ProblemList();
        var writer = new OverrideWriter(found, NodeSettings.Kind);
        var document = overrides.Aggregate(new DocumentReader(found).ReadFile(path), writer.Apply);
        var node = NodeSettings.Kind.TryRead(document, new ReadContext(found), out var values)
            ? new NodeBuilder(values, new ReadContext(found)).Build()
            : null;
        found.ThrowIfAny();
        return node ?? throw new InvalidOperationException("A node without mistakes was not built.");
    }
}
