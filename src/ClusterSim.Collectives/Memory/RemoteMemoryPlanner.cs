using ClusterSim.Collectives.Options;
using ClusterSim.Engine;

namespace ClusterSim.Collectives.Memory;

/// <summary>Puts the remote memory into a simulation.</summary>
internal static class RemoteMemoryPlanner
{
    /// <summary>Adds the memory's actors to a plan that has its NPUs, and returns the memory of each NPU.</summary>
    public static IReadOnlyList<IRemoteMemory> AddTo(SimulationPlan plan, RemoteMemoryOptions options) => options.Kind switch
    {
        RemoteMemoryKind.PerNpu => ForAll(plan, new OwnRemoteMemory(options)),
        RemoteMemoryKind.PerNode => OfNodes(plan, options),
        RemoteMemoryKind.Pool => OfPool(plan, options),
        _ => ForAll(plan, new NoRemoteMemory()),
    };

    private static IRemoteMemory[] ForAll(SimulationPlan plan, IRemoteMemory memory) =>
        [.. Enumerable.Repeat(memory, plan.NpuCount)];

    private static IRemoteMemory[] OfNodes(SimulationPlan plan, RemoteMemoryOptions options)
    {
        // Requests take no time, so the NPUs of a node cannot be in different partitions.
        plan.KeepTogether(options.NpusPerNode);
        var memories = new IRemoteMemory[plan.NpuCount];
        for (var first = 0; first < memories.Length; first += options.NpusPerNode)
        {
            var server = plan.Add($"memory/{first / options.NpusPerNode}", first, () => new RemoteMemoryActor(options));
            var memory = new SharedRemoteMemory(server);
            Array.Fill(memories, memory, first, Math.Min(options.NpusPerNode, memories.Length - first));
        }

        return memories;
    }

    private static IRemoteMemory[] OfPool(SimulationPlan plan, RemoteMemoryOptions options)
    {
        plan.LimitLookahead(options.Latency);
        return ForAll(plan, new SharedRemoteMemory(plan.AddReplicated("memory/0", () => new RemoteMemoryActor(options))));
    }
}
