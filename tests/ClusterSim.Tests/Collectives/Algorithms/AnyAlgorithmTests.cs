using ClusterSim.Collectives.Algorithms;
using ClusterSim.Core.Collectives;
using ClusterSim.Workload.Collectives;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Collectives.Algorithms;

/// <summary>What holds for every algorithm that is built in, with every kind that it runs, whatever the order of events.</summary>
public sealed class AnyAlgorithmTests
{
    private static readonly string[] Names =
        ["ring", "direct", "direct2", "halvingDoubling", "doubleBinaryTree", "binomialTree", "tree", "bruck", "hierarchical", "dissemination"];

    private static readonly Gen<(ICollectiveAlgorithm Algorithm, CollectiveKind Kind, int Ranks, long Bytes, int Direction, ulong Seed)> Phase =
        from name in Gen.Int[0, Names.Length - 1]
        from kind in Gen.Int[0, CollectiveNames.Simulated.Count - 1]
        from ranks in Gen.Int[2, 17]
        from bytes in Gen.Long[0, 300]
        from isForward in Gen.Bool
        from seed in Gen.ULong
        select (CollectiveCatalog.BuiltIn.Find(Names[name])!, CollectiveNames.Simulated[kind], ranks, bytes, isForward ? 1 : -1, seed);

    [Fact]
    public void Phase_AnyOrderOfEvents_EndsOnAllRanksWithTheirSizes() => Sample((ranks, phase) =>
    {
        // As in the reference, a phase of doubleBinaryTree does the same whatever its kind.
        var kind = phase.Algorithm.Name == "doubleBinaryTree" ? CollectiveKind.AllReduce : phase.Kind;
        Assert.All(ranks, rank => Assert.Equal(ExpectedSize(kind, rank.Rank, phase.Ranks, phase.Bytes), rank.FinalSize?.Bytes));
        Assert.All(ranks, rank => Assert.False(rank.HasLeftovers));
    });

    // Who must know of whom: all of all; the root of all; or all of the root.
    [Fact]
    public void Phase_AnyOrderOfEvents_BringsTheDataWhereItMustBe() => Sample((ranks, phase) =>
    {
        var everyone = Enumerable.Range(0, phase.Ranks);
        Assert.All(ranks, rank =>
        {
            var needed = phase.Kind switch
            {
                CollectiveKind.Reduce or CollectiveKind.Gather => rank.Rank == 0 ? everyone : [],
                CollectiveKind.Broadcast or CollectiveKind.Scatter => [0],
                _ => everyone,
            };
            Assert.Subset(rank.HeardOf.ToHashSet(), needed.ToHashSet());
        });
    });

    [Fact]
    public void MessagesPerRank_AnyPhase_IsWhatRanksSendOnAverage() => Sample((ranks, phase) =>
    {
        // Of a tree, n ranks share n-1 edges.
        var claimed = phase.Algorithm.MessagesPerRank(phase.Kind, phase.Ranks);
        var edges = phase.Algorithm.Name is "tree" or "binomialTree" or "doubleBinaryTree" ? phase.Ranks - 1 : phase.Ranks;

        Assert.Equal(claimed * edges, ranks.Sum(rank => rank.Sent));
    });

    private static void Sample(
        Action<IReadOnlyList<BenchRank>, (ICollectiveAlgorithm Algorithm, CollectiveKind Kind, int Ranks, long Bytes)> check) =>
        Phase.Where(phase => phase.Algorithm.WhyNot(phase.Kind, phase.Ranks, isSubgroup: false) is null).Sample(
            phase => check(
                PhaseBench.Run(phase.Algorithm, phase.Kind, phase.Ranks, phase.Bytes, phase.Direction, phase.Seed),
                (phase.Algorithm, phase.Kind, phase.Ranks, phase.Bytes)),
            iter: 2000,
            print: phase => $"{phase.Algorithm.Name} {phase.Kind} of {phase.Bytes} B among {phase.Ranks}, {phase.Direction}, {phase.Seed}");

    private static long ExpectedSize(CollectiveKind kind, int rank, int ranks, long bytes) => kind switch
    {
        CollectiveKind.AllGather => bytes * ranks,
        CollectiveKind.Gather => rank == 0 ? bytes * ranks : bytes,
        CollectiveKind.ReduceScatter or CollectiveKind.Scatter => bytes / ranks,
        _ => bytes,
    };
}
