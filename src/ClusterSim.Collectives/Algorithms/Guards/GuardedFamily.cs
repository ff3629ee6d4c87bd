using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.Guards;

/// <summary>
/// A family of a plug-in, whose algorithms are watched. Those built in are not: they are held by tests, and what they cost is most of a run.
/// </summary>
/// <param name="family">The plug-in's.</param>
/// <param name="plugin">Its file, for messages.</param>
public sealed class GuardedFamily(ICollectiveFamily family, string plugin) : ICollectiveFamily
{
    public string Name { get; } = family.Name;

    public string Description { get; } = family.Description;

    public string Source { get; } = family.Source;

    public IReadOnlyList<AlgorithmParameter> Parameters { get; } = family.Parameters;

    public ICollectiveAlgorithm Create(AlgorithmSettings settings)
    {
        var title = $"The algorithm {settings.Name} of {plugin}";
        try
        {
            return new GuardedAlgorithm(family.Create(settings), settings.Name, title);
        }
        catch (Exception error)
        {
            // Told where a workload first asks what the algorithm can run, as a mistake of the input.
            return new BrokenAlgorithm(settings.Name, $"{title} cannot be made: {error.GetType().Name}: {error.Message}");
        }
    }
}
