namespace ClusterSim.Network.Fabrics;

/// <summary>A device of a network with the links that leave it, by slot.</summary>
/// <param name="Name">What the names of these links begin with: <c>link/3</c> of an NPU, <c>switch/1</c> or <c>switch/leaf1</c> of a switch.</param>
/// <param name="End">What the names of links to it end with: the number of an NPU, the number or name of a switch.</param>
/// <param name="Neighbours">The devices to which they lead.</param>
/// <param name="Links">What they can do.</param>
internal sealed record FabricDevice(string Name, string End, int[] Neighbours, LinkTimes[] Links);
