using ClusterSim.Collectives.Messaging;
using ClusterSim.Collectives.Npu;
using ClusterSim.Collectives.Replay;

namespace ClusterSim.Collectives.Results;

/// <summary>What an NPU waits for when no message is left.</summary>
/// <param name="Npu">Its number.</param>
/// <param name="Nodes">The indices of nodes that have started and not ended.</param>
/// <param name="Held">Nodes that could start if another one did not hold their slot.</param>
/// <param name="Collectives">Its collectives that have not ended.</param>
/// <param name="Receives">Receives that no chunk came for.</param>
/// <param name="Chunks">Chunks that no receive was posted for.</param>
public sealed record StuckNpu(
    int Npu,
    IReadOnlyList<int> Nodes,
    IReadOnlyList<HeldNode> Held,
    IReadOnlyList<StuckCollective> Collectives,
    IReadOnlyList<StuckTransfer> Receives,
    IReadOnlyList<StuckTransfer> Chunks)
{
    internal static StuckNpu Of(int npu, TraceReplay replay, Messenger messenger) => new(
        npu,
        [.. replay.Running.Order()],
        [.. replay.Held.OrderBy(held => held.Node).Select(held => new HeldNode(held.Node, held.HeldBy))],
        [.. replay.RunningCollectives.Select(StuckCollective.Of).OrderBy(collective => collective.Node)],
        InOrder(messenger.Matches.Unmatched().Select(waiting => StuckTransfer.Of(waiting.Key, waiting.Next))),
        InOrder(messenger.Matches.Unreceived().Select(arrived => StuckTransfer.Of(in arrived, Continuation.None))));

    private static StuckTransfer[] InOrder(IEnumerable<StuckTransfer> transfers) =>
        [.. transfers.OrderBy(transfer => (transfer.Class, transfer.Peer, transfer.Tag, transfer.Size, transfer.Node))];
}
