using ClusterSim.Core.Messages;
using ClusterSim.Core.Networks;
using ClusterSim.Core.Units;
using ClusterSim.Engine;
using ClusterSim.Network.Options;

namespace ClusterSim.Network.CongestionAware;

/// <summary>
/// The congestion-aware network of one dimension whose links stay as they are: an actor for the links that leave each NPU, and one for
/// each port of a switch, placed with the NPU that the port feeds. What <see cref="Fabrics.FabricNetwork"/> does for every network,
/// in fewer steps a message.
/// </summary>
internal sealed class LinkNetwork : INetwork
{
    private readonly int size;
    private readonly ITopology topology;
    private readonly ActorId[] linksOfNpu;
    private readonly ActorId[][] portsOfSwitch;

    private LinkNetwork(SimulationPlan plan, DimensionOptions dimension)
    {
        Terms = dimension.Terms;
        topology = dimension.Topology;
        size = dimension.NpuCount;
        linksOfNpu = AddLinks(plan);
        portsOfSwitch = Enumerable.Range(0, topology.SwitchCount(size)).Select(number => AddPorts(plan, number)).ToArray();
    }

    /// <summary>What each link can do.</summary>
    public LinkTerms Terms { get; }

    public static LinkNetwork AddTo(SimulationPlan plan, DimensionOptions dimension)
    {
        plan.LimitLookahead(SimDuration.Floor(dimension.LatencyNs));
        return new LinkNetwork(plan, dimension);
    }

    /// <inheritdoc/>
    public int Inject(IOutbox npu, in Message chunk)
    {
        npu.Send(linksOfNpu[chunk.Source], SimDuration.Zero, in chunk);
        return topology.Hops(chunk.Source, chunk.Destination, size);
    }

    /// <summary>The slot of the link by which a device forwards what is for an NPU.</summary>
    public int NextLink(int device, int destination) => topology.NextLink(device, destination, size);

    /// <summary>What it is to cross a link to a device, on the way to an NPU.</summary>
    public Hop Hop(int device, int destination) =>
        device == destination ? new Hop(ActorId.OfNpu(device), IsLast: true) : new Hop(Entrance(device, destination), IsLast: false);

    // The device's holder of the next link.
    private ActorId Entrance(int device, int destination) =>
        device < size ? linksOfNpu[device] : portsOfSwitch[device - size][NextLink(device, destination)];

    // The links of all NPUs lie together, not between the objects that Akka makes for each actor.
    private ActorId[] AddLinks(SimulationPlan plan)
    {
        var neighbours = Enumerable.Range(0, size).Select(npu => topology.LinksFrom(npu, size)).ToArray();
        var links = new Link[neighbours.Sum(ofNpu => ofNpu.Count)];
        var actors = new ActorId[size];
        for (int npu = 0, first = 0; npu < size; first += neighbours[npu].Count, npu++)
        {
            var (number, ownLinks) = (npu, new ArraySegment<Link>(links, first, neighbours[npu].Count));
            actors[npu] = plan.Add($"link/{npu}", npu, () => new LinkActor(this, number, ownLinks, neighbours[number]));
        }

        return actors;
    }

    private ActorId[] AddPorts(SimulationPlan plan, int number) =>
        topology.LinksFrom(size + number, size)
            .Select((neighbour, slot) => plan.Add(
                $"switch/{number}/port/{slot}",
                Math.Min(neighbour, size - 1),
                () => new SwitchPortActor(this, $"switch/{number}", neighbour)))
            .ToArray();
}
