using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Messaging;

/// <summary>What a chunk and its receive must agree on, beside the NPU that both are for.</summary>
/// <param name="Class">Who exchanges it.</param>
/// <param name="Peer">The NPU that it comes from.</param>
/// <param name="Tag">Its tag.</param>
/// <param name="Size">Its size.</param>
internal readonly record struct TransferKey(MessageClass Class, int Peer, long Tag, ByteSize Size);
