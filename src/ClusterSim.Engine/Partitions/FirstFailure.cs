using ClusterSim.Engine.Events;

namespace ClusterSim.Engine.Partitions;

/// <summary>Keeps the failure that comes first in the order of events, whichever was noticed first.</summary>
internal sealed class FirstFailure
{
    /// <summary>The failure, or null.</summary>
    public PartitionFailure? Failure { get; private set; }

    /// <summary>Notes that an actor failed while it handled a message.</summary>
    /// <returns>True, so that a filter of exceptions can call it.</returns>
    public bool Note(in ScheduledMessage handled, Exception cause)
    {
        Note(new PartitionFailure(handled, cause));
        return true;
    }

    /// <summary>Notes a failure, or none.</summary>
    public void Note(PartitionFailure? failure)
    {
        if (failure is not null && (Failure is null || EventOrder.Precedes(in failure.Handled, in Failure.Handled)))
        {
            Failure = failure;
        }
    }
}
