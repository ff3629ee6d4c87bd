using ClusterSim.Network.Options;
using ClusterSim.Network.Routing;

namespace ClusterSim.Network;

/// <summary>What can be told of a network without a run. Not for several threads.</summary>
public sealed class NetworkSurvey
{
    private readonly NetworkOptions options;
    private readonly DimensionGrid grid;
    private readonly Fabrics.Fabric? graph;

    public NetworkSurvey(NetworkOptions options)
    {
        this.options = options;
        grid = new DimensionGrid(options.Dimensions);
        graph = options.Graph is null ? null : Fabrics.Fabric.Of(options);
    }

    /// <summary>How many links leave the devices of a graph, or the NPUs of dimensions; 0 where messages have the network to themselves.</summary>
    public double LinkCount => (options.Backend, options.Graph) switch
    {
        (NetworkBackend.CongestionUnaware, _) => 0,
        (_, { } given) => given.Graph.Links.Count,
        _ => grid.LinksOfNpus,
    };

    /// <summary>How many ports switches have, each an actor; 0 where messages have the network to themselves.</summary>
    public double PortCount => (options.Backend, options.Graph) switch
    {
        (NetworkBackend.CongestionUnaware, _) => 0,
        (_, { } given) => given.Graph.Links.Count(link => link.From >= given.Graph.Npus.Count),
        _ => grid.PortCount,
    };

    /// <summary>What distances take, if every NPU is sent to: a number for each device and NPU of a graph, and a longer one where latency counts.</summary>
    public double DistanceBytes => options.Graph is not { } given ? 0
        : (double)given.Graph.DeviceCount * given.Graph.Npus.Count * (given.Weight == RouteWeight.Latency ? sizeof(int) + sizeof(long) : sizeof(int));

    /// <summary>NPUs and switches.</summary>
    public int DeviceCount => options.Graph?.Graph.DeviceCount ?? grid.DeviceCount;

    /// <summary>Whether a link leads from a device to another. NPUs are numbered first, then switches.</summary>
    public bool HasLink(int from, int to) =>
        options.Graph is { } given ? given.Graph.Links.Any(link => link.From == from && link.To == to) : grid.LinksFrom(from).Any(link => link.To == to);

    /// <summary>How many links there are from one NPU to another at the start of a run; 0 where messages have the network to themselves.</summary>
    public int Hops(int from, int to)
    {
        if (options.Backend == NetworkBackend.CongestionUnaware || from == to)
        {
            return 0;
        }

        return graph is null ? DimensionOrder.Hops(grid, from, to) : graph.Routing.Hops(from, to, epoch: 0);
    }
}
