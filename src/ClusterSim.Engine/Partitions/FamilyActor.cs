using Akka.Actor;
using ClusterSim.Engine.Actors;

namespace ClusterSim.Engine.Partitions;

/// <summary>
/// The parent of actors that belong to one simulated device, such as the ports of a switch. Serves their life cycle only;
/// simulated messages go straight to them.
/// </summary>
internal sealed class FamilyActor(Partition partition, PartitionSetup setup, IReadOnlyList<int> children) : UntypedActor
{
    public static Props Props(Partition partition, PartitionSetup setup, IReadOnlyList<int> children) =>
        ActorProducer.Props(() => new FamilyActor(partition, setup, children)).WithDispatcher(partition.Id);

    protected override void PreStart()
    {
        foreach (var index in children)
        {
            ActorFactory.Create(Context, partition, setup, index, ActorFactory.LastElement(setup.Plan.Actors[index].Name));
        }
    }

    protected override void OnReceive(object message) => Unhandled(message);

    protected override SupervisorStrategy SupervisorStrategy() => Supervision.StopAndReport(setup.Host);
}
