using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Network.Fabrics;
using ClusterSim.Network.Options;

namespace ClusterSim.Network.Routing;

/// <summary>
/// Static shortest ways through a graph. Where several are equally short, a seeded hash of the chunk's flow chooses at each device
/// (ECMP). Ways are found anew only when a link goes down or comes up; by latency, those of the start count.
/// </summary>
internal sealed class ShortestWays : IRouting
{
    private readonly IReadOnlyList<FabricDevice> devices;
    private readonly (int From, int Slot)[][] into;
    private readonly RouteWeight weight;
    private readonly long seed;
    private readonly bool takesFirst;
    private readonly SimTime[] epochs;

    // Found when a chunk for the NPU first asks; two partitions that ask at once find the same.
    private readonly Distances?[][] distances;

    public ShortestWays(IReadOnlyList<FabricDevice> devices, GraphOptions options)
    {
        this.devices = devices;
        weight = options.Weight;
        seed = options.Seed;
        takesFirst = options.EqualWays == EqualWays.First;
        Flows = options.EqualWays switch
        {
            EqualWays.ByStream => FlowKind.SourceDestinationAndTag,
            EqualWays.ByPair => FlowKind.SourceAndDestination,
            _ => FlowKind.Destination,
        };
        into = LinksInto(devices);
        epochs = [.. devices.SelectMany(device => device.Links).SelectMany(link => link.Turns).Prepend(SimTime.Zero).Distinct().Order()];
        distances = [.. epochs.Select(_ => new Distances?[options.Graph.Npus.Count])];
    }

    public FlowKind Flows { get; }

    public bool HasEpochs => epochs.Length > 1;

    public int EpochAt(SimTime time)
    {
        // The last one that has begun, by halves: the first begins at 0.
        var (first, end) = (0, epochs.Length);
        while (end - first > 1)
        {
            var middle = (first + end) / 2;
            (first, end) = epochs[middle] <= time ? (middle, end) : (first, middle);
        }

        return first;
    }

    public int NextLink(int device, in Message chunk, int epoch)
    {
        var to = To(chunk.Destination, epoch);
        if (to.HopsFrom(device) == IRouting.NoWay)
        {
            return IRouting.NoWay;
        }

        var ways = 0;
        var first = IRouting.NoWay;
        var (neighbours, links) = (devices[device].Neighbours, devices[device].Links);
        for (var slot = 0; slot < links.Length; slot++)
        {
            if (IsWay(slot))
            {
                first = ways == 0 ? slot : first;
                ways++;
            }
        }

        var skipped = ways < 2 || takesFirst ? 0 : WayHash.Choose(seed, FlowKey.Of(in chunk, Flows), device, ways);
        var chosen = first;
        for (; skipped > 0; skipped--)
        {
            do
            {
                chosen++;
            }
            while (!IsWay(chosen));
        }

        return chosen;

        bool IsWay(int slot) => to.IsOnWay(device, neighbours[slot], links[slot]) && links[slot].IsUpAt(epochs[epoch]);
    }

    public int Hops(int device, int destination, int epoch) => To(destination, epoch).HopsFrom(device);

    private Distances To(int destination, int epoch)
    {
        ref var found = ref distances[epoch][destination];
        if (Volatile.Read(ref found) is { } known)
        {
            return known;
        }

        var to = Distances.To(devices, into, destination, epochs[epoch], weight);
        Volatile.Write(ref found, to);
        return to;
    }

    private static (int From, int Slot)[][] LinksInto(IReadOnlyList<FabricDevice> devices)
    {
        var found = devices.Select(_ => new List<(int From, int Slot)>()).ToArray();
        for (var from = 0; from < devices.Count; from++)
        {
            for (var slot = 0; slot < devices[from].Neighbours.Length; slot++)
            {
                found[devices[from].Neighbours[slot]].Add((from, slot));
            }
        }

        return [.. found.Select(links => links.ToArray())];
    }
}
