using ClusterSim.Core.Collectives;

namespace ClusterSim.Collectives.Algorithms.Direct;

/// <summary>The direct algorithm, with as many packets under way as its window lets.</summary>
internal sealed class DirectFamily : ICollectiveFamily
{
    private static readonly AlgorithmParameter Window =
        new("window", "How many packets of a rank may be under way at once; not given: one to each other rank.") { IsSuffix = true };

    public string Name => "direct";

    public string Description => "Every rank exchanges packets with all others directly, starting with its neighbours.";

    public string Source => "ASTRA-sim 2.0 (Won et al., 2023), AllToAll";

    public IReadOnlyList<AlgorithmParameter> Parameters { get; } = [Window];

    public ICollectiveAlgorithm Create(AlgorithmSettings settings) => new DirectAlgorithm(settings.Name, (int?)settings.Find(Window.Name));
}
