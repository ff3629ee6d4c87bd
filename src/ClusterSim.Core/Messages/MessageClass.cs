namespace ClusterSim.Core.Messages;

/// <summary>Who exchanges a chunk. Chunks of different classes are never matched with each other's receives.</summary>
public enum MessageClass : byte
{
    /// <summary>A phase of a collective; the tag is the stream's id.</summary>
    Collective,

    /// <summary>A send and a receive of the trace, or of a custom collective's trace; the tag is the node's own.</summary>
    PointToPoint,

    /// <summary>The rendezvous before a chunk of any other class.</summary>
    Control,
}
