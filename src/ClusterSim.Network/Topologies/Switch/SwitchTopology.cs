using ClusterSim.Core.Networks;

namespace ClusterSim.Network.Topologies.Switch;

/// <summary>Each NPU is joined to one switch, by a link in each direction.</summary>
internal sealed class SwitchTopology : ITopology
{
    public string Name => "Switch";

    public int Hops(int source, int destination, int size) => source == destination ? 0 : 2;

    public int SwitchCount(int size) => 1;

    public IReadOnlyList<int> LinksFrom(int device, int size) =>
        device == size ? Enumerable.Range(0, size).ToArray() : [size];

    public int NextLink(int device, int destination, int size) => device == size ? destination : 0;
}
