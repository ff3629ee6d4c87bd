using ClusterSim.Collectives.Algorithms;
using ClusterSim.Collectives.Algorithms.Custom;
using ClusterSim.Collectives.Options;
using ClusterSim.Core.Collectives;
using ClusterSim.Testing.Simulations;
using ClusterSim.Workload.Graph;
using CsCheck;

namespace ClusterSim.Tests.Hosting.Simulation;

/// <summary>Draws how collectives are run: by one algorithm wherever it can be used, else by the default.</summary>
/// <param name="Algorithm">Its name.</param>
/// <param name="SpansSystem">Whether it takes the whole system as one dimension.</param>
/// <param name="CustomBytes">The size of the messages of the custom algorithm that all-gathers have; null: they have none.</param>
internal sealed record RandomImplementations(string Algorithm, bool SpansSystem, long? CustomBytes)
{
    private static readonly string[] Algorithms =
        ["ring", "direct", "direct2", "halvingDoubling", "doubleBinaryTree", "binomialTree", "tree", "bruck", "hierarchical"];

    public static Gen<RandomImplementations> Any { get; } =
        from algorithm in Gen.Int[0, Algorithms.Length - 1]
        from spansSystem in Gen.Bool
        from custom in Gen.Long[-5, 5]
        select new RandomImplementations(Algorithms[algorithm], spansSystem, custom < 0 ? null : custom);

    /// <summary>Whether a kind of collective runs in a group too: the custom algorithm has traces for all NPUs only.</summary>
    public bool RunsInGroups(CollectiveKind kind) => kind != CollectiveKind.AllGather || CustomBytes is null;

    /// <summary>The implementation of one kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="dimensionSizes">How many NPUs each dimension of the network has.</param>
    /// <param name="groupSizes">How many NPUs each group of the experiment has.</param>
    public CollectiveImplementation Of(CollectiveKind kind, int[] dimensionSizes, int[] groupSizes)
    {
        var npus = dimensionSizes.Aggregate((product, size) => product * size);
        int[] sizes = SpansSystem ? [npus] : dimensionSizes;
        var algorithm = CollectiveCatalog.BuiltIn.Find(Algorithm)!;
        var isUsable = PhasesOf(kind).All(phase =>
            sizes.All(size => algorithm.WhyNot(phase, size, isSubgroup: false) is null)
            && groupSizes.All(size => size == npus || algorithm.WhyNot(phase, size, isSubgroup: true) is null));
        ICollectiveAlgorithm[] perDimension = [.. sizes.Select(_ => isUsable ? algorithm : CollectiveCatalog.DefaultOf(kind))];
        return new CollectiveImplementation(perDimension, SpansSystem, kind == CollectiveKind.AllGather ? Custom(npus) : null);
    }

    // An all-reduce over several dimensions is made of three kinds of phase.
    private static CollectiveKind[] PhasesOf(CollectiveKind kind) =>
        kind == CollectiveKind.AllReduce ? [kind, CollectiveKind.ReduceScatter, CollectiveKind.AllGather] : [kind];

    private CustomAlgorithm? Custom(int npus) => CustomBytes is { } bytes
        ? new CustomAlgorithm("custom", [.. Enumerable.Range(0, npus).Select(rank => RankOf(rank, npus, bytes))])
        : null;

    // To the next rank and, some computation after what comes from the one before, to the next but one.
    private static ExecutionGraph RankOf(int rank, int npus, long bytes)
    {
        var graph = new TestGraph();
        graph.Send((rank + 1) % npus, bytes);
        var received = graph.Receive((rank + npus - 1) % npus, bytes);
        var computed = graph.Compute(rank % 2, received);
        if (npus > 2)
        {
            graph.Send((rank + 2) % npus, 2 * bytes, tag: 1, computed);
            graph.Receive((rank + npus - 2) % npus, 2 * bytes, tag: 1);
        }

        return graph.Build();
    }
}
