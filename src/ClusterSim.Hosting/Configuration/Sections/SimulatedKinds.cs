using ClusterSim.Core.Collectives;
using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Workload.Collectives;

namespace ClusterSim.Hosting.Configuration.Sections;

/// <summary>The kinds of collective that can be simulated, by the names that files give them.</summary>
internal static class SimulatedKinds
{
    public static IReadOnlyList<Choice<CollectiveKind>> All { get; } = Choices();

    private static List<Choice<CollectiveKind>> Choices()
    {
        var choices = new List<Choice<CollectiveKind>>();
        foreach (var kind in CollectiveNames.Simulated)
        {
            choices.Add(new(CollectiveNames.InFiles(kind), kind));
        }

        return choices;
    }
}
