using Akka.Actor;

namespace ClusterSim.Engine.Partitions;

/// <summary>What a partition is told of the simulation that it takes part in.</summary>
internal sealed class PartitionSetup
{
    private readonly IActorRef?[] refs;

    public PartitionSetup(SimulationPlan plan, PartitionMap map, int index, Transport transport, IActorRef clock, IActorRef?[] refs)
    {
        Plan = plan;
        Map = map;
        Index = index;
        IsStrict = transport == Transport.Strict;
        Clock = clock;
        ActorCount = map.ActorsOf(index).Count();
        this.refs = refs;
    }

    public SimulationPlan Plan { get; }

    public PartitionMap Map { get; }

    /// <summary>This partition's number, from 0.</summary>
    public int Index { get; }

    public bool IsStrict { get; }

    /// <summary>How wide windows are, in nanoseconds: a single site needs none.</summary>
    public long Width => Plan.SiteCount == 1 ? long.MaxValue : Plan.Lookahead.Ns;

    /// <summary>The actor that leads the simulation.</summary>
    public IActorRef Clock { get; }

    /// <summary>How many actors it creates.</summary>
    public int ActorCount { get; }

    /// <summary>Where the strict transport tells an actor's messages to.</summary>
    public IActorRef RefOf(int actor) => refs[actor]!;

    /// <summary>The cell of an actor of this partition.</summary>
    public ActorCell CellOf(int actor) => (ActorCell)((ActorRefWithCell)refs[actor]!).Underlying;

    public void SetRef(int actor, IActorRef reference) => refs[actor] = reference;
}
