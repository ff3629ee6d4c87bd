using ClusterSim.Core.Networks;

namespace ClusterSim.Network.Topologies.Ring;

/// <summary>
/// Each NPU is joined to the next and the previous one. Chunks go the shorter way round, clockwise (ascending) on a tie. Two
/// NPUs have one link in each direction.
/// </summary>
internal sealed class RingTopology : ITopology
{
    private const int Clockwise = 0;
    private const int Anticlockwise = 1;

    public string Name => "Ring";

    public int Hops(int source, int destination, int size)
    {
        var clockwise = ClockwiseDistance(source, destination, size);
        return Math.Min(clockwise, size - clockwise);
    }

    public int SwitchCount(int size) => 0;

    public IReadOnlyList<int> LinksFrom(int device, int size) =>
        size == 2 ? [1 - device] : [(device + 1) % size, (device + size - 1) % size];

    public int NextLink(int device, int destination, int size) =>
        size == 2 || ClockwiseDistance(device, destination, size) * 2 <= size ? Clockwise : Anticlockwise;

    private static int ClockwiseDistance(int from, int to, int size) => to >= from ? to - from : to - from + size;
}
