using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Tests.Collectives.Algorithms;

/// <summary>One rank on a <see cref="PhaseBench"/>.</summary>
internal sealed class BenchRank(PhaseBench bench, int rank, int rankCount) : IPhaseActions
{
    private readonly HashSet<int> heardOf = [rank];
    private readonly Dictionary<(int From, ByteSize Size), Queue<int>> asked = [];
    private readonly Dictionary<(int From, ByteSize Size), Queue<HashSet<int>>> arrived = [];
    private ICollectivePhase phase = null!;
    private int inNpu;

    public int Rank => rank;

    public SimTime Now => default;

    /// <summary>With what it ended; null: it has not.</summary>
    public ByteSize? FinalSize { get; private set; }

    /// <summary>The ranks whose data, or coming, it depends on.</summary>
    public IReadOnlySet<int> HeardOf => heardOf;

    public long Sent { get; private set; }

    public ByteSize SentBytes { get; private set; }

    /// <summary>Whether packets, receives or messages are left that nobody saw to.</summary>
    public bool HasLeftovers => inNpu > 0 || asked.Values.Any(queue => queue.Count > 0) || arrived.Values.Any(queue => queue.Count > 0);

    public void Start(ICollectivePhase ownPhase)
    {
        phase = ownPhase;
        phase.Start(this);
    }

    public void Process(int label, ByteSize size, bool reduces)
    {
        RequireRunning();
        inNpu++;
        bench.Later(() =>
        {
            inNpu--;
            phase.OnProcessed(this, label);
        });
    }

    public void Wait(int label, SimDuration duration) => Process(label, ByteSize.Zero, reduces: false);

    public void Send(int toRank, ByteSize size)
    {
        RequireRunning();
        if (toRank == rank || toRank < 0 || toRank >= rankCount)
        {
            throw new InvalidOperationException($"Rank {rank} of {rankCount} sends to {toRank}.");
        }

        Sent++;
        SentBytes += size;
        var news = heardOf.ToHashSet();
        bench.Later(() => bench[toRank].Arrive(rank, size, news));
    }

    public void Receive(int label, int fromRank, ByteSize size)
    {
        RequireRunning();
        Of(asked, fromRank, size).Enqueue(label);
        Match(fromRank, size);
    }

    public void SendTagged(int label, int toRank, ByteSize size, long tag) => throw new NotSupportedException();

    public void ReceiveTagged(int label, int fromRank, ByteSize size, long tag) => throw new NotSupportedException();

    public void Finish(ByteSize finalSize)
    {
        RequireRunning();
        FinalSize = finalSize;
    }

    private static Queue<T> Of<T>(Dictionary<(int From, ByteSize Size), Queue<T>> queues, int from, ByteSize size)
    {
        if (!queues.TryGetValue((from, size), out var queue))
        {
            queue = new Queue<T>();
            queues.Add((from, size), queue);
        }

        return queue;
    }

    private void Arrive(int fromRank, ByteSize size, HashSet<int> news)
    {
        Of(arrived, fromRank, size).Enqueue(news);
        Match(fromRank, size);
    }

    private void Match(int fromRank, ByteSize size)
    {
        if (Of(asked, fromRank, size).Count == 0 || Of(arrived, fromRank, size).Count == 0)
        {
            return;
        }

        var label = Of(asked, fromRank, size).Dequeue();
        var news = Of(arrived, fromRank, size).Dequeue();
        bench.Later(() =>
        {
            heardOf.UnionWith(news);
            phase.OnReceived(this, label);
        });
    }

    private void RequireRunning()
    {
        if (FinalSize is not null)
        {
            throw new InvalidOperationException($"Rank {rank} does something after it has finished.");
        }
    }
}
