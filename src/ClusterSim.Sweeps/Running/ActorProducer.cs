using Akka.Actor;

namespace ClusterSim.Sweeps.Running;

/// <summary>Makes an actor by a plain call, since props made from an expression are evaluated by reflection.</summary>
internal sealed class ActorProducer : IIndirectActorProducer
{
    private readonly Func<ActorBase> produce;

    private ActorProducer(Type actorType, Func<ActorBase> produce)
    {
        ActorType = actorType;
        this.produce = produce;
    }

    public Type ActorType { get; }

    public static Props Props<TActor>(Func<TActor> produce)
        where TActor : ActorBase => Akka.Actor.Props.CreateBy(new ActorProducer(typeof(TActor), produce));

    public ActorBase Produce() => produce();

    public void Release(ActorBase actor)
    {
    }
}
