namespace ClusterSim.Core.Messages;

/// <summary>What a simulated message means to the actor that gets it.</summary>
public enum MessageKind : byte
{
    /// <summary>The simulation begins. Sent once to every NPU, at time 0.</summary>
    Start,

    /// <summary>A chunk of data arrives at a link, a switch port or its destination.</summary>
    Chunk,

    /// <summary>To the sender of a chunk that asked for it: the chunk has arrived at its destination.</summary>
    Delivered,

    /// <summary>To the NPU itself: delays of its own (endpoint, reduction, node, memory) end now.</summary>
    DelaysEnd,

    /// <summary>To the NPU itself: a receive was posted for data that had arrived before.</summary>
    LateReceive,

    /// <summary>To a remote memory: an access is asked for.</summary>
    MemoryRequest,

    /// <summary>From a remote memory: the access is done.</summary>
    MemoryDone,
}
