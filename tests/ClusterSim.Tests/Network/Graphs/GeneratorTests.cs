using ClusterSim.Core.Units;
using ClusterSim.Network;
using ClusterSim.Network.Graphs;
using ClusterSim.Network.Options;
using Xunit;

namespace ClusterSim.Tests.Network.Graphs;

/// <summary>Graphs against what their sources say of them: sizes, ports, distances.</summary>
public sealed class GeneratorTests
{
    private static readonly LinkTerms Inner = new(new Bandwidth(2), 10);
    private static readonly LinkTerms Outer = new(new Bandwidth(1), 100);

    // Al-Fares: k^3/4 hosts, 5k^2/4 switches of k ports each; 2, 4 or 6 links between hosts.
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public void FatTree_OfKPorts_HasThePaperSizes(int k)
    {
        var graph = Generate("fat-tree", (GraphKeys.Arity, k));

        Assert.Equal(k * k * k / 4, graph.Npus.Count);
        Assert.Equal(5 * k * k / 4, graph.Switches.Count);
        Assert.All(Ports(graph, graph.Npus.Count, graph.DeviceCount), ports => Assert.Equal(k, ports));
        Assert.All(Ports(graph, 0, graph.Npus.Count), ports => Assert.Equal(1, ports));
    }

    [Fact]
    public void FatTree_OfFourPorts_HasTwoFourOrSixHops()
    {
        var survey = Survey(Generate("fat-tree", (GraphKeys.Arity, 4)));

        Assert.Equal((2, 4, 6), (survey.Hops(0, 1), survey.Hops(0, 2), survey.Hops(0, 4)));
    }

    // Kim et al.: a*p*(a*h + 1) terminals, routers of p + a - 1 + h ports, three links between any two routers, of which one is global.
    [Theory]
    [InlineData(2, 4, 2)]
    [InlineData(1, 2, 1)]
    [InlineData(3, 3, 1)]
    public void Dragonfly_OfAllGroups_HasThePaperSizes(int p, int a, int h)
    {
        var graph = Generate("dragonfly", (GraphKeys.NpusPerRouter, p), (GraphKeys.RoutersPerGroup, a), (GraphKeys.GlobalLinksPerRouter, h));
        var survey = Survey(graph);

        var groups = a * h + 1;
        Assert.Equal((a * p * groups, a * groups), (graph.Npus.Count, graph.Switches.Count));
        Assert.All(Ports(graph, graph.Npus.Count, graph.DeviceCount), ports => Assert.Equal(p + a - 1 + h, ports));
        Assert.Equal(groups * (groups - 1), graph.Links.Count(link => link.Terms == Outer));
        Assert.Equal(1 + 3 + 1, Pairs(graph).Max(pair => survey.Hops(pair.From, pair.To)));
    }

    [Fact]
    public void Dragonfly_OfFewerGroups_JoinsEveryTwo()
    {
        var graph = Generate(
            "dragonfly", (GraphKeys.NpusPerRouter, 1), (GraphKeys.RoutersPerGroup, 2), (GraphKeys.GlobalLinksPerRouter, 2), (GraphKeys.Groups, 4));

        Assert.Equal(8, graph.Npus.Count);
        Assert.Equal(4 * 3, graph.Links.Count(link => link.Terms == Outer));
        Assert.Equal(graph.Links.Count, graph.Links.DistinctBy(link => (link.From, link.To)).Count());
    }

    // The distance is the sum of the shorter ways round.
    [Fact]
    public void Torus_AnyPair_IsAsFarAsItsCoordinates()
    {
        var graph = GraphCatalog.Find("torus")!.Generate(new GraphParameters(new Dictionary<string, int>(), [4, 3, 2], Inner, Outer));
        var survey = Survey(graph);

        Assert.All(Ports(graph, 0, graph.Npus.Count), ports => Assert.Equal(2 + 2 + 1, ports));
        Assert.All(Pairs(graph), pair => Assert.Equal(
            Round(pair.From % 4, pair.To % 4, 4) + Round(pair.From / 4 % 3, pair.To / 4 % 3, 3) + Round(pair.From / 12, pair.To / 12, 2),
            survey.Hops(pair.From, pair.To)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void RailOptimised_AnyPair_IsTwoHopsInANodeOrRailAndElseFour(int spines)
    {
        const int Rails = 4;
        var graph = Generate("rail-optimised", (GraphKeys.Nodes, 3), (GraphKeys.Rails, Rails), (GraphKeys.Spines, spines));
        var survey = Survey(graph);

        Assert.Equal((12, 3 + Rails + spines), (graph.Npus.Count, graph.Switches.Count));
        Assert.All(Pairs(graph), pair => Assert.Equal(
            pair.From / Rails == pair.To / Rails || pair.From % Rails == pair.To % Rails ? 2 : 4, survey.Hops(pair.From, pair.To)));
        Assert.Equal(2 * (12 + Rails * spines), graph.Links.Count(link => link.Terms == Outer));
    }

    [Theory]
    [InlineData("fat-tree", GraphKeys.Arity, 6)]
    [InlineData("dragonfly", GraphKeys.Groups, 3)]
    public void DeviceCount_AnyGraph_IsThatOfTheGraph(string name, string key, int value)
    {
        var counts = new Dictionary<string, int>
        {
            [GraphKeys.NpusPerRouter] = 2,
            [GraphKeys.RoutersPerGroup] = 2,
            [GraphKeys.GlobalLinksPerRouter] = 1,
            [key] = value,
        };
        var parameters = new GraphParameters(counts, [], Inner, Outer);
        var generator = GraphCatalog.Find(name)!;

        Assert.Equal(generator.Generate(parameters).DeviceCount, generator.DeviceCount(parameters));
    }

    [Fact]
    public void WhyNot_WhatCannotBe_SaysWhatIsAllowed()
    {
        Assert.Contains("even", GraphCatalog.Find("fat-tree")!.WhyNot(Parameters((GraphKeys.Arity, 5))), StringComparison.Ordinal);
        Assert.Contains(
            "up to 3",
            GraphCatalog.Find("dragonfly")!.WhyNot(
                Parameters((GraphKeys.NpusPerRouter, 1), (GraphKeys.RoutersPerGroup, 2), (GraphKeys.GlobalLinksPerRouter, 1), (GraphKeys.Groups, 4))),
            StringComparison.Ordinal);
    }

    private static int Round(int from, int to, int size) => Math.Min(Math.Abs(from - to), size - Math.Abs(from - to));

    private static IEnumerable<(int From, int To)> Pairs(NetworkGraph graph) =>
        from a in Enumerable.Range(0, graph.Npus.Count)
        from b in Enumerable.Range(0, graph.Npus.Count)
        where a != b
        select (a, b);

    private static IEnumerable<int> Ports(NetworkGraph graph, int first, int end)
    {
        var leaving = graph.Links.ToLookup(link => link.From);
        return Enumerable.Range(first, end - first).Select(device => leaving[device].Count());
    }

    private static NetworkSurvey Survey(NetworkGraph graph) => new(new NetworkOptions([], NetworkBackend.CongestionAware)
    {
        Graph = new GraphOptions(graph, [graph.Npus.Count], RouteWeight.Hops, EqualWays.ByStream, 0),
    });

    private static NetworkGraph Generate(string name, params (string Key, int Value)[] counts) =>
        GraphCatalog.Find(name)!.Generate(Parameters(counts));

    private static GraphParameters Parameters(params (string Key, int Value)[] counts) =>
        new(counts.ToDictionary(count => count.Key, count => count.Value), [], Inner, Outer);
}
