using System.Collections.Concurrent;
using System.Threading.Channels;
using ClusterSim.Engine.Recording;

namespace ClusterSim.Tracing.Recording;

/// <summary>
/// Gathers what the partitions hand over, and passes it on as soon as all have handed over what happened before some time. Who
/// hands over waits while too much is under way, so that memory stays bounded when the disk is slower than the simulation.
/// </summary>
/// <param name="patience">How long it waits for one of them to be dealt with, before it gives all up.</param>
internal sealed class RecordQueue(TimeSpan patience) : IRecordSink
{
    // One is worked on, the others keep the worker busy.
    private const int MostUnderWay = 3;

    private readonly object gate = new();
    private readonly Channel<RecordBatch> complete = Channel.CreateUnbounded<RecordBatch>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentStack<RecordBlock> free = new();
    private List<RecordBlock> blocks = [];
    private List<RecordedNode> nodes = [];
    private long[] completeBefore = [];
    private RecordRounds rounds = new(0);
    private int underWay;
    private int waiting;
    private bool isAbandoned;

    /// <inheritdoc/>
    public int Round => rounds.Current;

    /// <inheritdoc/>
    public bool IsWaitedFor => Volatile.Read(ref waiting) > 0;

    /// <summary>Whether nothing was dealt with for too long, so that what came was dropped.</summary>
    public bool IsStalled { get; private set; }

    /// <inheritdoc/>
    public void Begin(int partitions)
    {
        completeBefore = new long[partitions];
        rounds = new RecordRounds(partitions);
    }

    /// <inheritdoc/>
    public RecordBlock Rent() => free.TryPop(out var block) ? block : new RecordBlock();

    /// <summary>Gives storage back.</summary>
    public void Return(RecordBlock block) => free.Push(block);

    /// <inheritdoc/>
    public int Take(int partition, RecordBatch batch)
    {
        lock (gate)
        {
            var before = completeBefore.Min();
            blocks.AddRange(batch.Messages);
            nodes.AddRange(batch.Nodes);
            completeBefore[partition] = batch.CompleteBefore;
            if (completeBefore.Min() > before)
            {
                PassOn();
            }

            return rounds.Take(partition);
        }
    }

    /// <summary>What is complete, until the run has ended; each is to be followed by <see cref="Done"/>.</summary>
    public IAsyncEnumerable<RecordBatch> ReadAsync() => complete.Reader.ReadAllAsync();

    /// <summary>Something that was passed on is dealt with.</summary>
    public void Done()
    {
        lock (gate)
        {
            underWay--;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>The run has ended: what is not complete by now will never be.</summary>
    public void End()
    {
        lock (gate)
        {
            complete.Writer.TryComplete();
        }
    }

    /// <summary>Nobody deals with anything any more: what comes is dropped.</summary>
    public void Abandon()
    {
        lock (gate)
        {
            isAbandoned = true;
            Monitor.PulseAll(gate);
        }
    }

    private void PassOn()
    {
        if (!isAbandoned && complete.Writer.TryWrite(new RecordBatch(blocks, nodes, completeBefore.Min())))
        {
            underWay++;
        }

        blocks = [];
        nodes = [];
        waiting++;
        while (underWay > MostUnderWay && !isAbandoned)
        {
            if (!Monitor.Wait(gate, patience))
            {
                IsStalled = true;
                isAbandoned = true;
                Monitor.PulseAll(gate);
            }
        }

        waiting--;
    }
}
