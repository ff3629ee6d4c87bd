using ClusterSim.Collectives.Algorithms;
using ClusterSim.Collectives.Options;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using Xunit;

namespace ClusterSim.Tests.Collectives.Options;

public sealed class AlgorithmChooserTests
{
    private static readonly ByteSize Small = new(1000);
    private static readonly ByteSize Large = new(1_000_000);

    [Fact]
    public void Of_NoRuleThatMatches_GivesWhatTheKindIsGiven()
    {
        var options = Options(Rule("direct") with { To = Small });

        Assert.Same(options.Implementations[CollectiveKind.AllReduce], Choose(options, Large));
    }

    [Fact]
    public void Of_RulesBySize_TakesTheFirstThatMatches()
    {
        var options = Options(Rule("direct") with { To = Small }, Rule("halvingDoubling"));

        Assert.Equal(["direct", "direct"], Names(Choose(options, Small)));
        Assert.Equal(["halvingDoubling", "halvingDoubling"], Names(Choose(options, Small + new ByteSize(1))));
    }

    [Fact]
    public void Of_RulesByDimension_LeavesTheOthersToTheNextRules()
    {
        var options = Options(Rule("direct") with { Dimensions = [1] }, Rule("halvingDoubling") with { Dimensions = [1] });

        Assert.Equal(["ring", "direct"], Names(Choose(options, Small)));
    }

    [Theory]
    [InlineData(CollectiveKind.AllReduce, "direct")]
    [InlineData(CollectiveKind.AllGather, "ring")]
    public void Of_RuleForAKind_LeavesOthersAlone(CollectiveKind kind, string expected)
    {
        var options = Options(Rule("direct") with { Kinds = [CollectiveKind.AllReduce] });

        Assert.Equal(expected, Names(Chooser(options).Of(kind, Small, node: 1, group: null, isSubgroup: false))[0]);
    }

    [Fact]
    public void Of_RuleForAGroup_IsNotForAllNpus()
    {
        var options = Options(Rule("direct") with { Groups = ["tp"] });

        Assert.Equal(["direct"], Names(Chooser(options).Of(CollectiveKind.AllReduce, Small, node: 1, "tp", isSubgroup: true)));
        Assert.Equal(["ring", "ring"], Names(Chooser(options).Of(CollectiveKind.AllReduce, Small, node: 1, "dp", isSubgroup: true)));
        Assert.Equal(["ring", "ring"], Names(Choose(options, Small)));
    }

    [Fact]
    public void Of_RuleForDimensions_IsForNoGroup() => Assert.Equal(
        ["ring", "ring"],
        Names(Chooser(Options(Rule("direct") with { Dimensions = [0] })).Of(CollectiveKind.AllReduce, Small, node: 1, "tp", isSubgroup: true)));

    [Fact]
    public void Of_RuleForANode_IsForThatNode()
    {
        var options = Options(Rule("direct") with { Nodes = [7] });

        Assert.Equal("direct", Names(Chooser(options).Of(CollectiveKind.AllReduce, Small, node: 7, group: null, isSubgroup: false))[0]);
        Assert.Equal("ring", Names(Choose(options, Small))[0]);
    }

    [Fact]
    public void Of_RuleThatSpansTheSystem_TakesAllDimensionsUnlessOneIsChosenBefore()
    {
        var spanning = new AlgorithmRule(CollectiveCatalog.BuiltIn.Find("direct")!, SpansSystem: true);

        Assert.True(Choose(Options(spanning, Rule("ring")), Small).SpansSystem);
        Assert.Equal(["halvingDoubling", "ring"], Names(Choose(Options(Rule("halvingDoubling") with { Dimensions = [0] }, spanning), Small)));
    }

    [Fact]
    public void Of_ARuleBesideACustomAlgorithm_WinsOverIt()
    {
        var options = Options(Rule("direct") with { To = Small });
        options = options with
        {
            Implementations = options.Implementations.ToDictionary(pair => pair.Key, pair => pair.Value with { Custom = Ring }),
        };

        Assert.Null(Choose(options, Small).Custom);
        Assert.NotNull(Choose(options, Large).Custom);
    }

    private static ICollectiveAlgorithm Ring => CollectiveCatalog.DefaultOf(CollectiveKind.AllReduce);

    private static AlgorithmRule Rule(string algorithm) => new(CollectiveCatalog.BuiltIn.Find(algorithm)!, SpansSystem: false);

    private static CollectiveImplementation Choose(SystemOptions options, ByteSize size) =>
        Chooser(options).Of(CollectiveKind.AllReduce, size, node: 1, group: null, isSubgroup: false);

    private static AlgorithmChooser Chooser(SystemOptions options) => new(options, dimensionCount: 2);

    private static string[] Names(CollectiveImplementation implementation) => [.. implementation.PerDimension.Select(algorithm => algorithm.Name)];

    private static SystemOptions Options(params AlgorithmRule[] rules)
    {
        var ring = new CollectiveImplementation([Ring, Ring]);
        return new SystemOptions
        {
            Implementations = new Dictionary<CollectiveKind, CollectiveImplementation> { [CollectiveKind.AllReduce] = ring, [CollectiveKind.AllGather] = ring },
            Rules = rules,
            LocalMemoryBandwidth = new Bandwidth(1),
        };
    }
}
