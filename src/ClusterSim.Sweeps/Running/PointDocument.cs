using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Hosting.Configuration.Documents;

namespace ClusterSim.Sweeps.Running;

/// <summary>Puts the experiment of a point together from what travels: the one that all vary, and what this one sets in it.</summary>
internal static class PointDocument
{
    /// <exception cref="InvalidInputException">What it sets cannot be read.</exception>
    public static EffectiveDocument Of(EffectiveDocument document, string assignments)
    {
        var problems = new ProblemList();
        var values = new DocumentReader(problems).ReadText(assignments, DocumentSource.OfCommandLine("point"));
        problems.ThrowIfAny();
        return values is MapNode map ? map.Entries.Aggregate(document, (point, entry) => point.With(entry.Key, entry.Value)) : document;
    }
}
