using ClusterSim.Collectives.Memory;
using ClusterSim.Collectives.Npu;
using ClusterSim.Collectives.Options;
using ClusterSim.Collectives.Results;
using ClusterSim.Collectives.Scheduling;
using ClusterSim.Core.Networks;
using ClusterSim.Engine;
using ClusterSim.Workload.Set;

namespace ClusterSim.Collectives;

/// <summary>Puts the NPUs and their remote memory into a simulation.</summary>
public static class NpuPlanner
{
    /// <summary>Makes a plan with an actor for each NPU.</summary>
    /// <param name="workload">What they execute.</param>
    /// <param name="shape">How they are numbered.</param>
    /// <param name="options">How they work.</param>
    /// <param name="remoteMemory">The memory that they share.</param>
    /// <param name="ledger">Where their collectives are put together.</param>
    /// <param name="network">Adds the network to the plan; called once, after the NPUs.</param>
    public static SimulationPlan Plan(
        WorkloadSet workload,
        SystemShape shape,
        SystemOptions options,
        RemoteMemoryOptions remoteMemory,
        CollectiveLedger ledger,
        Func<SimulationPlan, INetwork> network)
    {
        var plan = new SimulationPlan(shape.NpuCount);

        // The actors are made when the simulation runs, from a world that is complete by then.
        NpuWorld world = null!;
        IReadOnlyList<IRemoteMemory> memories = [];
        for (var npu = 0; npu < shape.NpuCount; npu++)
        {
            var number = npu;
            plan.Add($"npu/{number}", number, () => new NpuActor(number, world, memories[number]));
        }

        world = new NpuWorld(workload, options, shape, network(plan), ledger);
        memories = RemoteMemoryPlanner.AddTo(plan, remoteMemory);
        return plan;
    }
}
