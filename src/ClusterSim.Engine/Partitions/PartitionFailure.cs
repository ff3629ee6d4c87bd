using ClusterSim.Engine.Events;

namespace ClusterSim.Engine.Partitions;

/// <summary>An exception in an actor while it handled a message.</summary>
internal sealed class PartitionFailure(in ScheduledMessage handled, Exception cause)
{
    /// <summary>The message.</summary>
    public readonly ScheduledMessage Handled = handled;

    /// <summary>What went wrong.</summary>
    public Exception Cause => cause;
}
