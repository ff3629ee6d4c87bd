namespace ClusterSim.Collectives.Npu;

/// <summary>What follows when something that an NPU waits for has come.</summary>
internal enum ContinuationKind : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A node of the trace ends.</summary>
    NodeEnds,

    /// <summary>A packet of a phase has spent the endpoint delay, and goes on to be reduced.</summary>
    PacketReduces,

    /// <summary>A packet of a phase is through, or a wait of it is over.</summary>
    PhaseProcessed,

    /// <summary>A phase has received what it asked for.</summary>
    PhaseReceived,

    /// <summary>What a phase sent has arrived.</summary>
    PhaseDelivered,

    /// <summary>A rendezvous has asked for a chunk, which leaves now.</summary>
    ChunkLeaves,

    /// <summary>A rendezvous was delivered, so that the receive of its chunk is posted now.</summary>
    ReceiveIsPosted,
}
