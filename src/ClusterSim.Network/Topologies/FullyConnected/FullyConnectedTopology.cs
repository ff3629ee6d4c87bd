using ClusterSim.Core.Networks;

namespace ClusterSim.Network.Topologies.FullyConnected;

/// <summary>Each pair of NPUs is joined by a link in each direction.</summary>
internal sealed class FullyConnectedTopology : ITopology
{
    public string Name => "FullyConnected";

    public int Hops(int source, int destination, int size) => source == destination ? 0 : 1;

    public int SwitchCount(int size) => 0;

    public IReadOnlyList<int> LinksFrom(int device, int size) =>
        Enumerable.Range(0, size).Where(other => other != device).ToArray();

    public int NextLink(int device, int destination, int size) => destination < device ? destination : destination - 1;
}
