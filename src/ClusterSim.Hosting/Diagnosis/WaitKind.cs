namespace ClusterSim.Hosting.Diagnosis;

/// <summary>What an NPU waits for that is stuck.</summary>
public enum WaitKind
{
    /// <summary>A receive, for data that was not sent.</summary>
    Receive,

    /// <summary>A send under the rendezvous protocol, for a receiver that has not asked for it.</summary>
    Send,

    /// <summary>A collective, for a member that has not called it.</summary>
    Call,

    /// <summary>A collective that all have called, for a chunk of it.</summary>
    Chunk,

    /// <summary>A collective, for its turn behind others.</summary>
    Turn,

    /// <summary>A node that could start, for the slot that another one holds.</summary>
    Slot,

    /// <summary>An access to remote memory, for its end.</summary>
    Memory,
}
