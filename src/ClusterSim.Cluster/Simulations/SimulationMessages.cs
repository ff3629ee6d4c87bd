using ClusterSim.Cluster.Inputs;
using ClusterSim.Cluster.Wire;
using ClusterSim.Engine.Hosts;

namespace ClusterSim.Cluster.Simulations;

/// <summary>What simulations that share nodes say. Append only.</summary>
public static class SimulationMessages
{
    public static IReadOnlyList<ControlType> Control { get; } =
    [
        new("share-wanted", typeof(ShareWanted), typeof(InputId)),
        .. HostMessages.Control.Select(message => new ControlType(message.Code, message.Type, message.Parts)),
    ];

    public static IReadOnlyList<DataType> Data { get; } = [.. HostMessages.Data.Select(data => DataType.Of(data.Code, data.Message))];
}
