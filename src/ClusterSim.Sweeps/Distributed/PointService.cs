using Akka.Actor;
using ClusterSim.Cluster.Services;
using ClusterSim.Engine.Actors;

namespace ClusterSim.Sweeps.Distributed;

/// <summary>What makes a node run points of sweeps: of all that are announced to it, by turns.</summary>
public sealed class PointService : INodeService
{
    /// <summary>Where it is reached on each node.</summary>
    public const string ServiceName = "points";

    /// <summary>The role of nodes that have it.</summary>
    public const string WorkerRole = NodeRoles.Worker;

    public string Name => ServiceName;

    public string Role => WorkerRole;

    public Props CreateProps(NodeContext node) => ActorProducer.Props(() => new PointServiceActor(node));
}
