using Akka.Actor;
using ClusterSim.Cluster.Services;

namespace ClusterSim.Cluster.Simulations;

/// <summary>Lets nodes host partitions of simulations that other processes lead.</summary>
public sealed class SimulationService : INodeService
{
    internal const string ServiceName = "simulations";

    /// <inheritdoc/>
    public string Name => ServiceName;

    /// <inheritdoc/>
    public string Role => NodeRoles.Worker;

    /// <inheritdoc/>
    public Props CreateProps(NodeContext node) => Props.Create(() => new SimulationsActor(node.Inputs));
}
