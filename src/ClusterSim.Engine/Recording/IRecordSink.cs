namespace ClusterSim.Engine.Recording;

/// <summary>
/// Takes what the partitions of one simulation record. Called from all their threads. It may let a partition wait, but only for
/// work that is under way, never for another partition.
/// </summary>
public interface IRecordSink
{
    /// <summary>
    /// Counts up when a partition hands over that has done so in this round. The others follow soon, so that none holds up what can
    /// only be put in order when all is there.
    /// </summary>
    int Round { get; }

    /// <summary>Whether a partition is made to wait, which it is for a bounded time.</summary>
    bool IsWaitedFor { get; }

    /// <summary>The simulation begins.</summary>
    /// <param name="partitions">How many partitions hand over batches.</param>
    void Begin(int partitions);

    /// <summary>Lends storage.</summary>
    RecordBlock Rent();

    /// <summary>Takes what a partition has recorded, with the storage.</summary>
    /// <returns>The round that it belongs to.</returns>
    int Take(int partition, RecordBatch batch);
}
