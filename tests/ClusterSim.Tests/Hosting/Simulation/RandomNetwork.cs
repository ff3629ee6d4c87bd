using ClusterSim.Core.Units;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Network.Fabrics;
using ClusterSim.Network.Options;
using ClusterSim.Testing.Simulations;
using CsCheck;

namespace ClusterSim.Tests.Hosting.Simulation;

/// <summary>
/// Draws networks: one dimension, several with and without congestion, and graphs; of some, links change in the course of the run. Short
/// latencies, in whole nanoseconds or not, make simultaneous events common.
/// </summary>
internal static class RandomNetwork
{
    private const double BytesPerNs = 2.5;
    private const int MostSwitches = 4;

    private static readonly string[] Topologies = ["Ring", "Switch", "FullyConnected"];

    private static readonly Gen<double> Latency = Gen.OneOf(Gen.Double[0, 20], Gen.Int[0, 20].Select(whole => (double)whole));

    private static readonly Gen<string> Topology = Gen.Int[0, 2].Select(index => Topologies[index]);

    private static readonly Gen<(string Topology, int NpuCount)> Dimension = Gen.Select(Topology, Gen.Int[2, 4]);

    // What becomes of a link, drawn without knowing how many there are.
    private static readonly Gen<(int Link, long At, double Rate, double LatencyNs)[]> Degradations =
        Gen.Select(Gen.Int[0, 1000], Gen.Long[0, 3000], Gen.Double[0.5, 5], Latency).Array[0, 3];

    private static readonly Gen<Experiment> ShortDimension =
        from topology in Topology
        from npus in Gen.Int[2, 9]
        select TestExperiment.On(topology, npus);

    private static readonly Gen<Experiment> Unaware =
        from first in Dimension
        from second in Dimension
        select TestExperiment.OnDimensions(NetworkBackend.CongestionUnaware, first, second);

    private static readonly Gen<Experiment> Aware =
        from dimensions in Dimension.Array[2, 3]
        where dimensions.Aggregate(1, (count, dimension) => count * dimension.NpuCount) <= 18
        select TestExperiment.OnDimensions(NetworkBackend.CongestionAware, dimensions);

    private static readonly Gen<Experiment> Dimensions =
        from fabric in Gen.OneOf(ShortDimension, Unaware, Aware)
        from latency in Latency
        from degradations in Degradations
        select fabric.WithLinks(BytesPerNs, latency) is var priced && priced.Network.Backend == NetworkBackend.CongestionAware
            ? priced.WithChanges([.. degradations.Select(change => Degradation(priced.Network, change))])
            : priced;

    // Devices in a circle, whose links stay, and others across, which may go down and come up again.
    private static readonly Gen<Experiment> Graph =
        from npus in Gen.Int[2, 9]
        from switches in Gen.Int[0, MostSwitches]
        from across in Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100]).Array[0, 6]
        from latencies in Latency.Array[3, 3]
        from weight in Gen.Int[0, 1]
        from ways in Gen.Int[0, 2]
        from seed in Gen.Long[0, 100]
        from turns in Gen.Select(Gen.Int[0, 100], Gen.Long[0, 2000], Gen.Long[0, 2000]).Array[0, 2]
        select OnGraph(npus, switches, across, latencies, turns, graph => TestExperiment.OnGraph(graph, (RouteWeight)weight, (EqualWays)ways, seed));

    /// <summary>One dimension with congestion, whose links stay as they are.</summary>
    public static Gen<Experiment> OneDimension { get; } =
        from fabric in ShortDimension
        from latency in Latency
        select fabric.WithLinks(BytesPerNs, latency);

    /// <summary>Any network, with nothing to do.</summary>
    public static Gen<Experiment> Any { get; } = Gen.OneOf(Dimensions, Graph);

    // A link in one direction: which, depends on the network.
    private static LinkChange Degradation(NetworkOptions network, (int Link, long At, double Rate, double LatencyNs) change)
    {
        var devices = Fabric.Of(network).Devices;
        var links = devices.SelectMany((device, from) => device.Neighbours.Select(to => (from, to))).ToArray();
        var (from, to) = links[change.Link % links.Length];
        return new LinkChange(from, to, new SimTime(change.At), new Bandwidth(change.Rate), change.LatencyNs);
    }

    private static Experiment OnGraph(
        int npus,
        int switches,
        (int From, int To)[] across,
        double[] latencies,
        (int Link, long Down, long Up)[] turns,
        Func<NetworkGraph, Experiment> on)
    {
        var devices = npus + switches;
        var circle = Enumerable.Range(0, devices).Select(device => (device, (device + 1) % devices));
        var chords = across.Select(link => (Math.Min(link.From % devices, link.To % devices), Math.Max(link.From % devices, link.To % devices)))
            .Where(link => link.Item2 - link.Item1 > 1 && link.Item2 - link.Item1 < devices - 1).Distinct().ToArray();
        var links = circle.Concat(chords)
            .SelectMany((link, number) => Both(link, new LinkTerms(new Bandwidth(BytesPerNs), latencies[number % latencies.Length])))
            .DistinctBy(link => (link.From, link.To));
        var graph = new NetworkGraph(
            [.. Enumerable.Range(0, npus).Select(npu => $"gpu{npu}")], [.. Enumerable.Range(0, switches).Select(number => $"s{number}")], [.. links]);
        return on(graph).WithChanges([.. turns.Where(_ => chords.Length > 0).SelectMany(turn => Turns(chords[turn.Link % chords.Length], turn.Down, turn.Up))]);
    }

    private static GraphLink[] Both((int A, int B) link, LinkTerms terms) => [new(link.A, link.B, terms), new(link.B, link.A, terms)];

    private static LinkChange[] Turns((int From, int To) link, long down, long up) =>
    [
        new(link.From, link.To, new SimTime(down), IsUp: false),
        new(link.To, link.From, new SimTime(down), IsUp: false),
        new(link.From, link.To, new SimTime(down + up), IsUp: true),
        new(link.To, link.From, new SimTime(down + up), IsUp: true),
    ];
}
