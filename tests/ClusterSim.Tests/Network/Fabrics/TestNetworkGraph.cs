using ClusterSim.Core.Units;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Network.Options;
using ClusterSim.Testing.Simulations;

namespace ClusterSim.Tests.Network.Fabrics;

/// <summary>Writes a graph link by link: bandwidths in bytes a nanosecond, latencies in nanoseconds. Devices are numbered NPUs first.</summary>
internal sealed class TestNetworkGraph(int npus, int switches)
{
    private readonly List<GraphLink> links = [];

    public TestNetworkGraph Link(int from, int to, double bytesPerNs = 1, double latencyNs = 10)
    {
        links.Add(new GraphLink(from, to, new LinkTerms(new Bandwidth(bytesPerNs), latencyNs)));
        return this;
    }

    public TestNetworkGraph Join(int device, int other, double bytesPerNs = 1, double latencyNs = 10) =>
        Link(device, other, bytesPerNs, latencyNs).Link(other, device, bytesPerNs, latencyNs);

    public NetworkGraph Build() =>
        new([.. Enumerable.Range(0, npus).Select(npu => $"gpu{npu}")], [.. Enumerable.Range(0, switches).Select(number => $"s{number}")], links);

    /// <summary>An experiment in which NPUs send to others, in order, and wait for nothing.</summary>
    public static Experiment Sending(Experiment experiment, params (int From, int To, long Bytes)[] sends) => experiment.Executing(npu =>
    {
        var graph = new TestGraph();
        foreach (var (tag, (from, to, bytes)) in sends.Index())
        {
            if (npu == from)
            {
                graph.Send(to, bytes, tag);
            }
            else if (npu == to)
            {
                graph.Receive(from, bytes, tag);
            }
        }

        return graph.Build();
    });
}
