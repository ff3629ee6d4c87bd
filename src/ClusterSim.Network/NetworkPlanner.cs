using ClusterSim.Core.Networks;
using ClusterSim.Engine;
using ClusterSim.Network.CongestionAware;
using ClusterSim.Network.CongestionUnaware;
using ClusterSim.Network.Fabrics;
using ClusterSim.Network.Options;

namespace ClusterSim.Network;

/// <summary>Puts a network into a simulation.</summary>
public static class NetworkPlanner
{
    /// <summary>Adds the network's actors to a plan that has its NPUs, and returns the network as the NPUs see it.</summary>
    public static INetwork AddTo(SimulationPlan plan, NetworkOptions options) => options switch
    {
        { Backend: NetworkBackend.CongestionUnaware } => DelayNetwork.AddTo(plan, options),
        { Dimensions: [var only], Changes: [] } => LinkNetwork.AddTo(plan, only),
        _ => FabricNetwork.AddTo(plan, Fabric.Of(options)),
    };
}
