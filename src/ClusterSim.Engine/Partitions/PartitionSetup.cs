using Akka.Actor;
using ClusterSim.Engine.Hosts;
using ClusterSim.Engine.Recording;

namespace ClusterSim.Engine.Partitions;

/// <summary>What a partition is told of the simulation that it takes part in.</summary>
/// <param name="hostSetup">What its host was told.</param>
/// <param name="map">Where actors live.</param>
/// <param name="index">Its number among all partitions, from 0.</param>
/// <param name="host">The actor of its host.</param>
/// <param name="refs">The actors of the partitions of its host, filled in as they are created.</param>
/// <param name="team">The partitions of its host, which help each other; null: none does.</param>
internal sealed class PartitionSetup(HostSetup hostSetup, PartitionMap map, int index, IActorRef host, IActorRef?[] refs, Team? team)
{
    public SimulationPlan Plan => hostSetup.Plan;

    public PartitionMap Map => map;

    /// <summary>This partition's number, from 0.</summary>
    public int Index => index;

    public bool IsStrict { get; } = hostSetup.Transport == Transport.Strict;

    /// <summary>Records what happens in the partition; null: nothing does.</summary>
    public RunRecorder? Recorder { get; } =
        hostSetup.Sink is { } sink ? new RunRecorder(sink, index, isInOrder: hostSetup.Plan.SiteCount == 1) : null;

    /// <summary>How wide windows are, in nanoseconds: a single site needs none.</summary>
    public long Width => Plan.SiteCount == 1 ? long.MaxValue : Plan.Lookahead.Ns;

    /// <summary>The actor that it reports to.</summary>
    public IActorRef Host => host;

    /// <summary>
    /// Whether each partition has a core of its own, and peers answer within microseconds, so that it pays to wait for them awake. Who takes what is recorded needs a core, too.
    /// </summary>
    public bool HasCore => hostSetup.IsAlone && hostSetup.PartitionCount + (hostSetup.Sink is null ? 0 : 1) <= Environment.ProcessorCount;

    /// <summary>The partitions that help each other; null: none does.</summary>
    public Team? Team => team;

    /// <summary>How many actors it creates.</summary>
    public int ActorCount { get; } = map.ActorsOf(index).Count();

    /// <summary>Where the strict transport tells an actor's messages to.</summary>
    public IActorRef RefOf(int actor) => refs[actor]!;

    /// <summary>The cell of an actor of this partition.</summary>
    public ActorCell CellOf(int actor) => (ActorCell)((ActorRefWithCell)refs[actor]!).Underlying;

    public void SetRef(int actor, IActorRef reference) => refs[actor] = reference;
}
