using ClusterSim.Engine.Actors;

namespace ClusterSim.Engine.Partitions;

/// <summary>Which partition each actor lives in. NPUs are split into runs of nearly equal length.</summary>
internal sealed class PartitionMap
{
    public PartitionMap(SimulationPlan plan, int partitionCount)
    {
        PartitionCount = partitionCount;
        Owners = new short[plan.Actors.Count];
        var units = (plan.NpuCount + plan.NpusPerUnit - 1) / plan.NpusPerUnit;
        for (var actor = 0; actor < Owners.Length; actor++)
        {
            var home = plan.Actors[actor].HomeNpu;
            Owners[actor] = home == ActorBlueprint.Everywhere
                ? Replicated
                : (short)((long)(home / plan.NpusPerUnit) * partitionCount / units);
        }
    }

    /// <summary>The owner of actors that every partition keeps a replica of.</summary>
    public static short Replicated => -1;

    public int PartitionCount { get; }

    /// <summary>The partition of each actor, or <see cref="Replicated"/>; nobody writes to it.</summary>
    public short[] Owners { get; }

    /// <summary>The partition of an actor, or <see cref="Replicated"/>.</summary>
    public int this[int actor] => Owners[actor];

    /// <summary>The actors that a partition creates: its own, and a replica of each replicated one.</summary>
    public IEnumerable<int> ActorsOf(int partition) =>
        Enumerable.Range(0, Owners.Length).Where(actor => Owners[actor] == partition || Owners[actor] == Replicated);
}
