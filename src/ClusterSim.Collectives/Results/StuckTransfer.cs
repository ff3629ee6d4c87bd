using ClusterSim.Collectives.Messaging;
using ClusterSim.Collectives.Npu;
using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Results;

/// <summary>One half of a transfer whose other half never came.</summary>
/// <param name="Class">Who exchanges it.</param>
/// <param name="Peer">The NPU that it comes from.</param>
/// <param name="Tag">Its tag.</param>
/// <param name="Size">Its size.</param>
/// <param name="Node">The index of the node that waits, or -1 where none does.</param>
public sealed record StuckTransfer(MessageClass Class, int Peer, long Tag, ByteSize Size, int Node)
{
    private const int MostUnclaimed = 4;

    /// <summary>Chunks of collectives that no algorithm asked for, in order; a few of them.</summary>
    internal static StuckTransfer[] Unclaimed(Messenger messenger) =>
    [
        .. messenger.Matches.Unreceived()
            .Where(chunk => chunk.Class == MessageClass.Collective)
            .Select(chunk => Of(in chunk, Continuation.None))
            .OrderBy(chunk => (chunk.Tag, chunk.Peer, chunk.Size))
            .Take(MostUnclaimed),
    ];

    internal static StuckTransfer Of(in TransferKey key, in Continuation next) =>
        new(key.Class, key.Peer, key.Tag, key.Size, next.Kind == ContinuationKind.NodeEnds ? next.Label : -1);
}
