using ClusterSim.Collectives.Algorithms;
using ClusterSim.Collectives.Options;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Network.Options;
using ClusterSim.Network.Topologies;
using ClusterSim.Workload.Collectives;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;

namespace ClusterSim.Testing.Simulations;

/// <summary>Makes small experiments in code. Each method returns a changed copy, so that a test says only what it is about.</summary>
public static class TestExperiment
{
    /// <summary>The latency of links that tests do not set, in nanoseconds.</summary>
    public const double LatencyNs = 500;

    /// <summary>
    /// One dimension without work: links of 1 byte a nanosecond and 500 ns, one chunk, endpoint delay 10 ns, local memory of 1
    /// byte a nanosecond, ring everywhere, and what is by default where it cannot be.
    /// </summary>
    public static Experiment On(string topology, int npuCount, NetworkBackend backend = NetworkBackend.CongestionAware) =>
        OnDimensions(backend, (topology, npuCount));

    /// <summary>The same in several dimensions.</summary>
    public static Experiment OnDimensions(NetworkBackend backend, params (string Topology, int NpuCount)[] dimensions)
    {
        var network = new NetworkOptions(
            [.. dimensions.Select(dimension =>
                new DimensionOptions(TopologyCatalog.Find(dimension.Topology)!, dimension.NpuCount, new Bandwidth(1), LatencyNs))],
            backend);
        return new Experiment
        {
            Name = "test",
            Workload = TestWorkload.Empty(network.NpuCount),
            Network = network,
            System = new SystemOptions
            {
                Implementations = Everywhere("ring", dimensions.Length),
                LocalMemoryBandwidth = new Bandwidth(1),
            },
            RemoteMemory = RemoteMemoryOptions.None,
        };
    }

    /// <summary>The same on a graph, whose NPUs are one dimension for collectives.</summary>
    public static Experiment OnGraph(NetworkGraph graph, RouteWeight weight = RouteWeight.Hops, EqualWays ways = EqualWays.ByStream, long seed = 0) =>
        On("Ring", graph.Npus.Count) with
        {
            Network = new NetworkOptions([], NetworkBackend.CongestionAware) { Graph = new GraphOptions(graph, [graph.Npus.Count], weight, ways, seed) },
        };

    /// <summary>The experiment with links that change in the course of the run.</summary>
    public static Experiment WithChanges(this Experiment experiment, params LinkChange[] changes) =>
        experiment with { Network = experiment.Network with { Changes = changes } };

    /// <summary>
    /// The experiment with another algorithm for all kinds of collective that it runs and all dimensions. Broadcasts only last as
    /// recorded where it does not run them.
    /// </summary>
    public static Experiment Using(this Experiment experiment, string algorithm) =>
        experiment.With(system => system with { Implementations = Everywhere(algorithm, experiment.Network.Shape.Count) });

    /// <summary>The experiment with a changed system.</summary>
    public static Experiment With(this Experiment experiment, Func<SystemOptions, SystemOptions> change) =>
        experiment with { System = change(experiment.System) };

    /// <summary>The experiment with links of another bandwidth (bytes a nanosecond) and latency in all dimensions.</summary>
    public static Experiment WithLinks(this Experiment experiment, double bytesPerNs, double latencyNs) => experiment with
    {
        Network = experiment.Network with
        {
            Dimensions = [.. experiment.Network.Dimensions.Select(dimension =>
                dimension with { Bandwidth = new Bandwidth(bytesPerNs), LatencyNs = latencyNs })],
        },
    };

    /// <summary>The experiment in which every NPU executes the same graph.</summary>
    public static Experiment Executing(this Experiment experiment, ExecutionGraph graph) =>
        experiment with { Workload = TestWorkload.Same(graph, experiment.Network.NpuCount) };

    /// <summary>The experiment in which every NPU executes a graph of its own.</summary>
    public static Experiment Executing(this Experiment experiment, Func<int, ExecutionGraph> graphOf) =>
        experiment with { Workload = TestWorkload.Each(experiment.Network.NpuCount, graphOf) };

    /// <summary>The experiment with process groups.</summary>
    public static Experiment WithGroups(this Experiment experiment, params ProcessGroup[] groups) =>
        experiment with { Workload = experiment.Workload with { Groups = groups.ToDictionary(group => group.Name) } };

    private static Dictionary<CollectiveKind, CollectiveImplementation> Everywhere(string name, int dimensions)
    {
        var algorithm = CollectiveCatalog.BuiltIn.Find(name) ?? throw new ArgumentException($"No algorithm is called {name}.", nameof(name));
        return CollectiveNames.Simulated
            .Where(kind => kind != CollectiveKind.Broadcast || Runs(algorithm, kind))
            .ToDictionary(kind => kind, kind => new CollectiveImplementation([.. Enumerable.Repeat(Fitting(algorithm, kind), dimensions)]));
    }

    // As by default, kinds that the reference knows too are run by what is asked for, whether it can or not.
    private static ICollectiveAlgorithm Fitting(ICollectiveAlgorithm algorithm, CollectiveKind kind) =>
        CollectiveCatalog.DefaultOf(kind).Name == "ring" || Runs(algorithm, kind) ? algorithm : CollectiveCatalog.DefaultOf(kind);

    private static bool Runs(ICollectiveAlgorithm algorithm, CollectiveKind kind) => algorithm.WhyNot(kind, rankCount: 4, isSubgroup: false) is null;
}
