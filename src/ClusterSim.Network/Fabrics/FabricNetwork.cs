using ClusterSim.Core;
using ClusterSim.Core.Messages;
using ClusterSim.Core.Networks;
using ClusterSim.Core.Units;
using ClusterSim.Engine;
using ClusterSim.Network.CongestionAware;
using ClusterSim.Network.Routing;

namespace ClusterSim.Network.Fabrics;

/// <summary>
/// A congestion-aware network of any devices and links: an actor for the links that leave each NPU, and one for each port of a switch. A
/// port that feeds an NPU is placed with it; those between switches are spread over the NPUs.
/// </summary>
internal sealed class FabricNetwork : INetwork
{
    private readonly int npuCount;
    private readonly ActorId[] linksOfNpu;
    private readonly ActorId[][] portsOfSwitch;
    private int spread;

    private FabricNetwork(SimulationPlan plan, Fabric fabric)
    {
        Fabric = fabric;
        npuCount = fabric.NpuCount;
        linksOfNpu = [.. Enumerable.Range(0, npuCount).Select(npu => AddLinks(plan, npu))];
        portsOfSwitch = [.. Enumerable.Range(npuCount, fabric.Devices.Count - npuCount).Select(device => AddPorts(plan, device))];
    }

    /// <summary>What there is.</summary>
    public Fabric Fabric { get; }

    /// <summary>By which links chunks travel.</summary>
    public IRouting Routing => Fabric.Routing;

    public static FabricNetwork AddTo(SimulationPlan plan, Fabric fabric)
    {
        // The shortest that any link ever has: a message may take it at any time.
        plan.LimitLookahead(SimDuration.Floor(fabric.Devices.SelectMany(device => device.Links).Min(link => link.LeastLatencyNs)));
        return new FabricNetwork(plan, fabric);
    }

    /// <inheritdoc/>
    public int Inject(IOutbox npu, in Message chunk)
    {
        var hops = Routing.Hops(chunk.Source, chunk.Destination, Routing.EpochAt(npu.Now));
        if (hops == IRouting.NoWay)
        {
            throw NoWayFrom(chunk.Source, in chunk, npu.Now);
        }

        npu.Send(linksOfNpu[chunk.Source], SimDuration.Zero, in chunk);
        return hops;
    }

    /// <summary>What it is to reach a device on the way of a chunk.</summary>
    public Hop Hop(int device, in Message chunk, int epoch)
    {
        if (device == chunk.Destination)
        {
            return new Hop(ActorId.OfNpu(device), IsLast: true);
        }

        return device < npuCount
            ? new Hop(linksOfNpu[device], IsLast: false)
            : new Hop(portsOfSwitch[device - npuCount][Routing.NextLink(device, in chunk, epoch)], IsLast: false);
    }

    /// <summary>Links of a device, at rest.</summary>
    public FabricLink[] LinksOf(int device, int firstSlot, int count)
    {
        var (neighbours, links) = (Fabric.Devices[device].Neighbours, Fabric.Devices[device].Links);
        return [.. Enumerable.Range(firstSlot, count).Select(slot => new FabricLink(neighbours[slot], links[slot]))];
    }

    /// <summary>What the names of links to a device end with.</summary>
    public string EndOf(int device) => Fabric.Devices[device].End;

    /// <summary>The name of a link.</summary>
    public string NameOf(int device, int slot) => $"{Fabric.Devices[device].Name}->{EndOf(Fabric.Devices[device].Neighbours[slot])}";

    /// <summary>Says that a chunk cannot go on.</summary>
    public SimulationFailedException NoWayFrom(int device, in Message chunk, SimTime time) => new(
        $"A chunk from npu/{DimensionGrid.NumberOf(chunk.Source)} to npu/{DimensionGrid.NumberOf(chunk.Destination)} has no way left from "
        + $"{(device < npuCount ? $"npu/{EndOf(device)}" : Fabric.Devices[device].Name)} at {time}: links that are down cut it off.");

    private ActorId AddLinks(SimulationPlan plan, int npu)
    {
        var device = Fabric.Devices[npu];
        return plan.Add(device.Name, npu, () => new NpuLinksActor(this, npu, device.Links.Length));
    }

    private ActorId[] AddPorts(SimulationPlan plan, int device)
    {
        var neighbours = Fabric.Devices[device].Neighbours;
        var ports = new ActorId[neighbours.Length];
        for (var slot = 0; slot < ports.Length; slot++)
        {
            var (own, neighbour) = (slot, neighbours[slot]);
            var home = neighbour < npuCount ? neighbour : spread++ % npuCount;
            ports[slot] = plan.Add($"{Fabric.Devices[device].Name}/port/{EndOf(neighbour)}", home, () => new PortActor(this, device, own));
        }

        return ports;
    }
}
