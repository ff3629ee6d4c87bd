using ClusterSim.Core.Messages;

namespace ClusterSim.Core.Networks;

/// <summary>The network as an NPU sees it.</summary>
public interface INetwork
{
    /// <summary>
    /// Puts a chunk on its way. It arrives as a message of kind <see cref="MessageKind.Chunk"/> at its destination;
    /// if it asks for that, the sender gets <see cref="MessageKind.Delivered"/> at the same time, ordered before.
    /// </summary>
    /// <param name="npu">The outbox of the NPU that is the chunk's source.</param>
    /// <param name="chunk">Source and destination are different NPUs.</param>
    /// <returns>How many links the chunk crosses.</returns>
    int Inject(IOutbox npu, in Message chunk);
}
