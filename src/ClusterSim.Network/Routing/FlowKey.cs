using ClusterSim.Core.Messages;

namespace ClusterSim.Network.Routing;

/// <summary>What tells chunks apart that may leave a device by different links. The default one is of no chunk.</summary>
/// <param name="Ends">The destination, with the source where that matters.</param>
/// <param name="Tag">The tag, where that matters.</param>
internal readonly record struct FlowKey(ulong Ends, long Tag)
{
    public static FlowKey Of(in Message chunk, FlowKind kind) => kind switch
    {
        FlowKind.SourceDestinationAndTag => new FlowKey(chunk.Ends, chunk.Tag),
        FlowKind.SourceAndDestination => new FlowKey(chunk.Ends, 0),

        // From NPU 0 to itself there is no chunk, so nothing else is 0.
        _ => new FlowKey((ulong)chunk.Destination + 1, 0),
    };
}
