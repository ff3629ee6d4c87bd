using ClusterSim.Core.Networks;
using ClusterSim.Network.Topologies.FullyConnected;
using ClusterSim.Network.Topologies.Ring;
using ClusterSim.Network.Topologies.Switch;

namespace ClusterSim.Network.Topologies;

/// <summary>The topologies there are. Adding one means one folder beside this file and one line in it.</summary>
public static class TopologyCatalog
{
    private static readonly ITopology[] All = [new RingTopology(), new SwitchTopology(), new FullyConnectedTopology()];

    /// <summary>The names in network files.</summary>
    public static IEnumerable<string> Names => All.Select(topology => topology.Name);

    /// <summary>The topology of a name, or null.</summary>
    public static ITopology? Find(string name) => Array.Find(All, topology => topology.Name == name);
}
