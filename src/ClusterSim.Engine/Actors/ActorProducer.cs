using Akka.Actor;

namespace ClusterSim.Engine.Actors;

/// <summary>
/// Makes an actor by a plain call. Props that are made from an expression evaluate it by reflection, which costs more than
/// the actor, and some milliseconds at start-up.
/// </summary>
public sealed class ActorProducer : IIndirectActorProducer
{
    private readonly Func<ActorBase> produce;

    private ActorProducer(Type actorType, Func<ActorBase> produce)
    {
        ActorType = actorType;
        this.produce = produce;
    }

    public Type ActorType { get; }

    /// <summary>Props of an actor that a function makes.</summary>
    public static Props Props<TActor>(Func<TActor> produce)
        where TActor : ActorBase => Akka.Actor.Props.CreateBy(new ActorProducer(typeof(TActor), produce));

    public ActorBase Produce() => produce();

    public void Release(ActorBase actor)
    {
    }
}
