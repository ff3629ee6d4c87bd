using ClusterSim.Engine.Recording;

namespace ClusterSim.Tests.Engine.Recording.Remote;

/// <summary>A sink that lends storage, and keeps what it takes.</summary>
internal sealed class LendingSink : IRecordSink
{
    public List<(int Partition, RecordBatch Batch)> Taken { get; } = [];

    public int Round => 0;

    public bool IsWaitedFor => false;

    public void Begin(int partitions)
    {
    }

    public RecordBlock Rent() => new();

    public int Take(int partition, RecordBatch batch)
    {
        Taken.Add((partition, batch));
        return 0;
    }
}
