using ClusterSim.Engine.Actors;

namespace ClusterSim.Engine.Partitions;

/// <summary>
/// Which site each actor lives in, and which partition each site. NPUs that may not be parted make one site with all that
/// lives with them; sites are split into runs of nearly equal length.
/// </summary>
internal sealed class PartitionMap
{
    // The number of an actor that every partition keeps a replica of.
    private const int Everywhere = -1;

    private readonly int[] sites;
    private readonly int siteCount;

    public PartitionMap(SimulationPlan plan, int partitionCount)
    {
        PartitionCount = partitionCount;
        siteCount = plan.SiteCount;
        sites = [.. plan.Actors.Select(actor => SiteOf(actor, plan))];
        Owners = [.. sites.Select(site => (short)(site == Everywhere ? Everywhere : (long)site * partitionCount / siteCount))];
    }

    public int PartitionCount { get; }

    /// <summary>The partition of each actor that is not replicated; nobody writes to it.</summary>
    public short[] Owners { get; }

    /// <summary>Whether every partition keeps a replica of an actor.</summary>
    public bool IsReplicated(int actor) => sites[actor] == Everywhere;

    /// <summary>The number of an actor's site among those of its partition.</summary>
    public int SiteInPartition(int actor) => sites[actor] - FirstSiteOf(Owners[actor]);

    /// <summary>How many sites a partition has.</summary>
    public int SiteCountOf(int partition) => FirstSiteOf(partition + 1) - FirstSiteOf(partition);

    /// <summary>The actors that a partition creates: its own, and a replica of each replicated one.</summary>
    public IEnumerable<int> ActorsOf(int partition) =>
        Enumerable.Range(0, sites.Length).Where(actor => IsReplicated(actor) || Owners[actor] == partition);

    private static int SiteOf(ActorBlueprint actor, SimulationPlan plan)
    {
        // With one site there is one partition, and no need of replicas.
        if (plan.SiteCount == 1)
        {
            return 0;
        }

        return actor.HomeNpu == ActorBlueprint.Everywhere ? Everywhere : actor.HomeNpu / plan.NpusPerSite;
    }

    // The first site whose share of the partitions comes to this one.
    private int FirstSiteOf(int partition) => (int)(((long)partition * siteCount + PartitionCount - 1) / PartitionCount);
}
