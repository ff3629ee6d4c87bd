using ClusterSim.Core.Units;
using ClusterSim.Network.Fabrics;
using ClusterSim.Network.Options;

namespace ClusterSim.Network.Routing;

/// <summary>How far all devices are from one NPU, over links that take chunks at a time.</summary>
internal sealed class Distances
{
    private const int Unreached = -1;

    private readonly int[] hops;
    private readonly long[]? latencies;

    private Distances(int devices, RouteWeight weight)
    {
        hops = new int[devices];
        latencies = weight == RouteWeight.Latency ? new long[devices] : null;
        Array.Fill(hops, Unreached);
    }

    /// <summary>How many links there are from a device; <see cref="IRouting.NoWay"/>: no way.</summary>
    public int HopsFrom(int device) => hops[device];

    /// <summary>Whether a link is on a shortest way.</summary>
    /// <param name="from">The device that it leaves, which has a way.</param>
    /// <param name="to">The device that it leads to.</param>
    /// <param name="link">The link.</param>
    public bool IsOnWay(int from, int to, LinkTimes link) =>
        hops[to] != Unreached && hops[to] == hops[from] - 1
        && (latencies is null || latencies[to] + PicosecondsOf(link) == latencies[from]);

    /// <param name="devices">All devices.</param>
    /// <param name="into">The links that lead to each device: where they come from, and their slots there.</param>
    /// <param name="destination">The NPU.</param>
    /// <param name="time">The time.</param>
    /// <param name="weight">What the shortest way has least of.</param>
    public static Distances To(
        IReadOnlyList<FabricDevice> devices, IReadOnlyList<(int From, int Slot)[]> into, int destination, SimTime time, RouteWeight weight)
    {
        var distances = new Distances(devices.Count, weight);
        if (weight == RouteWeight.Hops)
        {
            distances.SearchByHops(devices, into, destination, time);
        }
        else
        {
            distances.SearchByLatency(devices, into, destination, time);
        }

        return distances;
    }

    private void SearchByHops(IReadOnlyList<FabricDevice> devices, IReadOnlyList<(int From, int Slot)[]> into, int destination, SimTime time)
    {
        var open = new Queue<int>();
        hops[destination] = 0;
        open.Enqueue(destination);
        while (open.TryDequeue(out var device))
        {
            foreach (var (from, slot) in into[device])
            {
                if (hops[from] == Unreached && devices[from].Links[slot].IsUpAt(time))
                {
                    hops[from] = hops[device] + 1;
                    open.Enqueue(from);
                }
            }
        }
    }

    // Dijkstra's search. Of ways with equal latency the one of fewest links, so that all shortest ways have as many.
    private void SearchByLatency(IReadOnlyList<FabricDevice> devices, IReadOnlyList<(int From, int Slot)[]> into, int destination, SimTime time)
    {
        var open = new PriorityQueue<int, (long Latency, int Hops)>();
        open.Enqueue(destination, (0, 0));
        hops[destination] = 0;
        while (open.TryDequeue(out var device, out var distance))
        {
            if (distance != (latencies![device], hops[device]))
            {
                continue;
            }

            foreach (var (from, slot) in into[device])
            {
                var link = devices[from].Links[slot];
                if (link.IsUpAt(time) && (distance.Latency + PicosecondsOf(link), distance.Hops + 1) is var longer && IsShorter(from, longer))
                {
                    (latencies[from], hops[from]) = longer;
                    open.Enqueue(from, longer);
                }
            }
        }
    }

    private bool IsShorter(int device, (long Latency, int Hops) distance) =>
        hops[device] == Unreached || distance.CompareTo((latencies![device], hops[device])) < 0;

    // Beyond a second all are alike, so that no sum leaves the range of numbers.
    private static long PicosecondsOf(LinkTimes link)
    {
        const double PicosecondsOfOneNs = 1000;
        const double Most = 1e12;
        return (long)Math.Round(Math.Min(link.First.LatencyNs * PicosecondsOfOneNs, Most));
    }
}
