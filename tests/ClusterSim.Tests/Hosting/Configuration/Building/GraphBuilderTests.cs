using ClusterSim.Core.Units;
using ClusterSim.Network.Options;
using Xunit;

namespace ClusterSim.Tests.Hosting.Configuration.Building;

public sealed class GraphBuilderTests : IDisposable
{
    private const string TwoNpus = """
        graph:
          npus: [a, b]
          switches: [s]
          links:
            - { between: [a, s], bandwidth: 50, latency: 500 }
            - { between: [b, s], bandwidth: 50, latency: 500 }
        """;

    private readonly InputFolder input = new();

    public void Dispose() => input.Dispose();

    [Fact]
    public void Graph_OfLinksInOneAndBothDirections_IsRead()
    {
        var network = Read("""
            graph:
              npus: [a, b]
              links:
                - { between: [a, b], bandwidth: 50, latency: 500 }
            weight: latency
            ecmp: pair
            seed: 7
            """);

        Assert.Equal((RouteWeight.Latency, EqualWays.ByPair, 7), (network.Graph!.Weight, network.Graph.EqualWays, network.Graph.Seed));
        Assert.Equal([2], network.Shape);
        var terms = new LinkTerms(Bandwidth.OfLink(50), 500);
        Assert.Equal([new GraphLink(0, 1, terms), new GraphLink(1, 0, terms)], network.Graph.Graph.Links);
    }

    [Fact]
    public void Graph_InAFileOfItsOwn_IsRead()
    {
        input.Write("graph.yml", "npus: [a, b]\nlinks:\n  - { from: a, to: b, bandwidth: 50, latency: 500 }\n  - { from: b, to: a, bandwidth: 25, latency: 700 }\n");

        var network = Read("graph: graph.yml\n");

        Assert.Equal([500, 700], network.Graph!.Graph.Links.Select(link => link.Terms.LatencyNs));
    }

    [Fact]
    public void Graph_WithLogicalDimensions_HasTheirShape() =>
        Assert.Equal([4, 4], Read("graph: { generate: fat-tree, k: 4, bandwidth: 50, latency: 500 }\ndimensions: [4, 4]\n").Shape);

    [Fact]
    public void Graph_WithManyMistakes_NamesAllAtOnce()
    {
        var problems = Problems("""
            graph:
              npus: [leaf0, b, b, 3]
              switches: [leaf1]
              links:
                - { between: [leaf0, leaf1], bandwidth: 50, latency: 500 }
                - { from: leaf1, to: leaf0, bandwidth: 50, latency: 500 }
                - { between: [b, b], bandwidth: 50, latency: 500 }
                - { from: b, to: leaf2, bandwidth: 0, latency: -1 }
                - { between: [b], bandwidth: 50, latency: 500 }
                - { form: b, to: leaf1, bandwidth: 50, latency: 500 }
            """);

        Assert.Equal(
            [
                "network.yml:2 graph.npus[3]: 3 is not allowed: give a name of letters, digits, _, . and - that begins with a letter.",
                "network.yml:8 graph.links[3].bandwidth: 0 is not allowed: give a number from 0.000001 to 1,000,000,000,000 (GB/s of 2^30 bytes).",
                "network.yml:8 graph.links[3].latency: -1 is not allowed: give a number from 0 to 1,000,000,000,000,000 (ns).",
                "network.yml:10 graph.links[5]: None of between, from is given: give one. Did you mean from?",
                "network.yml:2 graph.npus[2]: There are several devices b: give each a name of its own.",
                "network.yml:6 graph.links[1]: There is a link from leaf1 to leaf0 already, in line 5. Join two devices by one link in each direction; give it the bandwidth of all.",
                "network.yml:7 graph.links[2]: The link leads from a device to itself: give two devices.",
                "network.yml:8 graph.links[3].to: There is no device leaf2. Did you mean leaf0?",
                "network.yml:9 graph.links[4].between: One device is given: give two.",
            ],
            problems);
    }

    [Theory]
    [InlineData("- { from: a, to: b, bandwidth: 50, latency: 500 }", "No way leads from b to a.")]
    [InlineData("- { from: b, to: a, bandwidth: 50, latency: 500 }", "No way leads from a to b.")]
    public void Graph_WithoutAWayForAPair_NamesIt(string link, string expected)
    {
        var problem = Assert.Single(Problems($"graph:\n  npus: [a, b]\n  links:\n    {link}\n"));

        Assert.Equal($"network.yml:3 graph.links: {expected} Give links by which every NPU reaches every other.", problem);
    }

    [Theory]
    [InlineData("generate: fat-tree, k: 5", "graph: A fat tree has switches of an even number of ports: give an even number for k.")]
    [InlineData("generate: fat-tree", "graph: k is missing: give a whole number from 2 to 32,768. fat-tree: ports of each switch, an even number.")]
    [InlineData("generate: fat-tree, k: 4, rails: 8", "graph.rails: rails means nothing for fat-tree. It takes k, bandwidth and latency.")]
    [InlineData("generate: fat-tree, k: 64", "graph: This graph has 70,656 NPUs and switches: give numbers that make at most 32,768.")]
    [InlineData("generate: fat-trea, k: 4", "graph.generate: fat-trea is not allowed: give one of fat-tree, torus, dragonfly, rail-optimised. Did you mean fat-tree?")]
    [InlineData("generate: rail-optimised, nodes: 1, rails: 1", "graph: This graph has one NPU, which has nobody to talk to: give larger numbers.")]
    public void Graph_ThatCannotBeGenerated_SaysWhatIsAllowed(string keys, string expected) =>
        Assert.Equal(
            [$"network.yml:1 {expected}"],
            Problems($"graph: {{ {keys}, bandwidth: 50, latency: 500 }}\n"));

    [Fact]
    public void Graph_WithDimensionsOfOtherNpus_NamesBothNumbers() =>
        Assert.Equal(
            ["network.yml:7 dimensions: 2 x 2 are not the 2 NPUs of the graph. Give sizes whose product is 2."],
            Problems(TwoNpus + "\ndimensions: [2, 2]\n"));

    [Fact]
    public void Graph_WithoutCongestion_IsRefused()
    {
        input.Write("network.yml", TwoNpus);

        Assert.Equal(
            ["network.yml:1 graph: The backend congestion-unaware knows no graphs. Use the backend congestion-aware."],
            input.Problems("backend=congestion-unaware"));
    }

    [Fact]
    public void Events_OfAGraph_AreRead()
    {
        var network = Read(TwoNpus + """

            events:
              - { between: [a, s], at: 5ms, bandwidth: 10 }
              - { from: s, to: b, at: 0.5us, latency: 700, state: down }
            """);

        Assert.Equal(
            [
                new LinkChange(0, 2, new SimTime(5_000_000), Bandwidth.OfLink(10)),
                new LinkChange(2, 0, new SimTime(5_000_000), Bandwidth.OfLink(10)),
                new LinkChange(2, 1, new SimTime(500), LatencyNs: 700, IsUp: false),
            ],
            network.Changes);
    }

    [Fact]
    public void Events_OfDimensions_AreRead()
    {
        var network = Read("topology: [Ring, Switch]\nnpus_count: [3, 2]\nbandwidth: [1, 1]\nlatency: [1, 1]\nevents: [{ from: npu/1, to: switch/1, at: 7, state: down }]\n");

        Assert.Equal([new LinkChange(1, 7, new SimTime(7), IsUp: false)], network.Changes);
    }

    [Fact]
    public void Events_WithManyMistakes_NamesAllAtOnce()
    {
        input.Write("network.yml", InputFolder.Network + """
            events:
              - { between: [npu/0, npu/1], at: 5ms, bandwidth: 10 }
              - { from: npu/9, to: switch/0, at: 5ms, bandwidth: 10 }
              - { from: npu/0, to: switch/0, at: 5 h, state: donw }
              - { from: npu/0, to: switch/0, at: 5 }
            """);

        Assert.Equal(
            [
                "network.yml:8 events[2].at: 5 h is no time: give whole ns from 0 to 1,000,000,000,000,000, or a time with one of the units ns, us, ms, s, such as 5ms.",
                "network.yml:8 events[2].state: donw is not allowed: give one of down, up. Did you mean down?",
                "network.yml:6 events[0]: There is no link link/0->1. Name two devices that a link joins.",
                "network.yml:6 events[0]: There is no link link/1->0. Name two devices that a link joins.",
                "network.yml:7 events[1].from: There is no device npu/9. Give npu/0 to npu/3, or switch/0 to switch/0.",
                "network.yml:9 events[3]: Nothing becomes of the link: give bandwidth, latency or state.",
            ],
            input.Problems());
    }

    private NetworkOptions Read(string network)
    {
        input.Write("network.yml", network);
        return input.Load().Experiment.Network;
    }

    private string[] Problems(string network)
    {
        input.Write("network.yml", network);
        return input.Problems();
    }
}
