using ClusterSim.Hosting.Configuration;

namespace ClusterSim.Cluster.Experiments;

/// <summary>An experiment whose traces are on this node until it is disposed of.</summary>
public sealed class LocalExperiment : IDisposable
{
    private readonly IReadOnlyList<IDisposable> uses;

    internal LocalExperiment(EffectiveDocument document, IReadOnlyList<IDisposable> uses)
    {
        this.uses = uses;
        Document = document;
    }

    /// <summary>What can be loaded here.</summary>
    public EffectiveDocument Document { get; }

    public void Dispose()
    {
        foreach (var use in uses)
        {
            use.Dispose();
        }
    }
}
