namespace ClusterSim.Network.Routing;

/// <summary>What chunks must have in common to leave every device by the same link.</summary>
internal enum FlowKind
{
    Destination,

    SourceAndDestination,

    SourceDestinationAndTag,
}
