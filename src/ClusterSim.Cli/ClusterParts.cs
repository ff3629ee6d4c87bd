using System.Reflection;
using ClusterSim.Cluster.Membership;
using ClusterSim.Cluster.Services;
using ClusterSim.Cluster.Simulations;
using ClusterSim.Cluster.Wire;
using ClusterSim.Sweeps.Distributed;

namespace ClusterSim.Cli;

/// <summary>What this program puts into a cluster: the one place where services and what they say are listed.</summary>
internal static class ClusterParts
{
    /// <summary>With the build's commit behind the number, where it is known: control messages of two builds need not fit.</summary>
    private static string Version =>
        typeof(ClusterParts).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    // To add a service: one line here, and what it sends behind WireCatalog.Own, in an order that never changes.
    private static IReadOnlyList<INodeService> Services => [new PointService(), new SimulationService()];

    private static WireCatalog Wire => WireCatalog.Own
        .With(SweepWire.Control, SweepWire.Data)
        .With(SimulationMessages.Control, SimulationMessages.Data);

    public static NodeParts All => new(Version, Wire, Services);
}
