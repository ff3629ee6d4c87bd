using ClusterSim.Core.Units;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Workload.Set;

/// <summary>What a send and the receive that it is matched with have in common.</summary>
internal readonly record struct MessageKey(int Source, int Destination, long Tag, ByteSize Size)
{
    /// <summary>Size and tag, in messages.</summary>
    public string Content => $"{Size} with tag {Tag}";

    /// <summary>The message that a send or receive of an NPU names.</summary>
    public static MessageKey Of(int npu, in TraceNode node) =>
        node.Kind == NodeKind.Send ? new(npu, node.Peer, node.Tag, node.Size) : new(node.Peer, npu, node.Tag, node.Size);

    /// <summary>Whether the two differ in so little that one was probably meant to be the other.</summary>
    public bool IsNear(in MessageKey other) =>
        Source == other.Source && Destination == other.Destination && (Tag == other.Tag || Size == other.Size);
}
