using ClusterSim.Hosting.Configuration;

namespace ClusterSim.Cluster.Experiments;

/// <summary>What an experiment, or what is varied in it, reads beside its document. Paths in full.</summary>
/// <param name="TracePrefixes">The prefixes of all traces.</param>
/// <param name="Plugins">The files of all plug-ins.</param>
public sealed record ExperimentFiles(IReadOnlyCollection<string> TracePrefixes, IReadOnlyCollection<string> Plugins)
{
    /// <summary>Those of one experiment.</summary>
    public static ExperimentFiles Of(EffectiveDocument document) => new(document.TracePrefixes(), document.Plugins());
}
