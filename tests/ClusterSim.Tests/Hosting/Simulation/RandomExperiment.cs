using ClusterSim.Collectives.Options;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Testing.Simulations;
using ClusterSim.Workload.Collectives;
using ClusterSim.Workload.Graph;
using ClusterSim.Workload.Set;
using CsCheck;

namespace ClusterSim.Tests.Hosting.Simulation;

/// <summary>
/// Draws experiments that come to an end: every collective is called by all NPUs, of the system or of its group, in the same
/// order, every send has a receive that waits for nothing. Short latencies and few sizes make simultaneous events common.
/// </summary>
internal static class RandomExperiment
{
    private static readonly CollectiveKind[] Kinds = [.. CollectiveNames.Simulated];

    private static readonly Gen<SystemOptions> Tuning =
        from queues in Gen.Int[1, 3]
        from splits in Gen.Int[1, 5]
        from active in Gen.Int[1, 4]
        from policy in Gen.Int[0, 2]
        from optimization in Gen.Int[0, 1]
        from endpoint in Gen.Long[0, 12]
        from rendezvous in Gen.Bool
        select new SystemOptions
        {
            QueuesPerDimension = queues,
            PreferredDatasetSplits = splits,
            ActiveChunksPerDimension = active,
            SchedulingPolicy = (SchedulingPolicy)policy,
            CollectiveOptimization = (CollectiveOptimization)optimization,
            EndpointDelay = new SimDuration(endpoint),
            Rendezvous = rendezvous,
            Implementations = new Dictionary<CollectiveKind, CollectiveImplementation>(),
            LocalMemoryBandwidth = new Bandwidth(4),
        };

    private static readonly Gen<RemoteMemoryOptions> Memory =
        from kind in Gen.Int[1, 3]
        from latency in Gen.Long[0, 40]
        from npusPerNode in Gen.Int[1, 3]
        select new RemoteMemoryOptions((RemoteMemoryKind)kind, new SimDuration(latency), new Bandwidth(3), npusPerNode);

    private static readonly Gen<Step> AnyStep = Gen.Select(Gen.Int[0, 6], Gen.Int[0, Kinds.Length - 1], Gen.Long[0, 5], Gen.Int[0, 80])
        .Select((what, which, size, choice) => new Step(what, which, size, choice));

    /// <summary>Any experiment.</summary>
    public static Gen<Experiment> Any { get; } = On(RandomNetwork.Any);

    /// <summary>An experiment on one of some networks.</summary>
    public static Gen<Experiment> On(Gen<Experiment> networks) =>
        from fabric in networks
        from implementations in RandomImplementations.Any
        from division in RandomGroups.Any
        from tuning in Tuning
        from memory in Memory
        from steps in AnyStep.Array[1, 12]
        select Build(fabric, implementations, division, tuning, memory, steps);

    private static Experiment Build(
        Experiment fabric,
        RandomImplementations implementations,
        RandomGroups division,
        SystemOptions tuning,
        RemoteMemoryOptions memory,
        Step[] steps)
    {
        var groups = division.Among(fabric.Network.NpuCount);
        int[] groupSizes = [.. groups.Select(group => group.Ranks.Count)];
        int[] sizes = [.. fabric.Network.Shape];
        var system = tuning with
        {
            Implementations = Kinds.ToDictionary(kind => kind, kind => implementations.Of(kind, sizes, groupSizes)),
        };
        var groupKinds = Array.FindAll(Kinds, implementations.RunsInGroups);
        return (fabric with { System = system, RemoteMemory = memory })
            .Executing(npu => GraphOf(npu, fabric.Network.NpuCount, groups, groupKinds, steps))
            .WithGroups(groups);
    }

    private static ExecutionGraph GraphOf(int npu, int npus, ProcessGroup[] groups, CollectiveKind[] groupKinds, Step[] steps)
    {
        var group = Array.Find(groups, group => group.Ranks.Contains(npu))!;
        var graph = new TestGraph();
        var lastCollective = graph.Compute(npu % 2);
        var lastCompute = lastCollective;
        for (var tag = 0; tag < steps.Length; tag++)
        {
            var step = steps[tag];
            var from = step.Choice % npus;
            var to = (from + 1 + step.Which) % npus;
            switch (step.What)
            {
                case 0:
                    lastCollective = graph.RootedCollective(
                        Kinds[step.Which], step.Size * 7, Root(Kinds[step.Which], step.Choice % npus), after: lastCollective);
                    break;
                case 1:
                    lastCompute = graph.Compute(step.Which * (npu + 1L) % 3, lastCompute);
                    break;
                case 2 when npu == from && from != to:
                    graph.Send(to, step.Size, tag, lastCompute);
                    break;
                case 2 when npu == to && from != to:
                    graph.Receive(from, step.Size, tag);
                    break;
                case 3:
                    graph.Load(step.Size, lastCompute);
                    break;
                case 4:
                    lastCompute = graph.Store(step.Size, lastCompute);
                    break;
                case 5:
                    lastCompute = graph.ComputeOnCpu(step.Which * (npu + 1L) % 2, lastCompute);
                    break;
                case 6:
                    var kind = groupKinds[step.Which % groupKinds.Length];
                    var root = Root(kind, step.Choice % group.Ranks.Count);
                    lastCollective = graph.RootedCollective(kind, step.Size * 7, root, group.Name, lastCollective);
                    break;
                default:
                    break;
            }
        }

        return graph.Build();
    }

    private static int Root(CollectiveKind kind, int root) => KindTraits.HasRoot(kind) ? root : 0;

    private readonly record struct Step(int What, int Which, long Size, int Choice);
}
