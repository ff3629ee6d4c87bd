using System.Collections.Concurrent;
using Akka.Actor;

namespace ClusterSim.Engine.Recording.Remote;

/// <summary>
/// Sends what the partitions of a host record to the process that leads their simulation. Who hands over waits while too much is
/// on its way, so that a slow disk there holds up the run instead of filling memory.
/// </summary>
/// <param name="leader">Takes the frames.</param>
internal sealed class RecordUplink(IActorRef leader) : IRecordSink
{
    /// <summary>Frames of a host that may be on their way: some MiB at most.</summary>
    public const int MostUnderWay = 64;

    private readonly object gate = new();
    private readonly ConcurrentStack<RecordBlock> free = new();
    private RecordRounds rounds = new(0);
    private long[] numbers = [];
    private long sent;
    private long taken;
    private int waiting;
    private bool isAbandoned;

    /// <inheritdoc/>
    public int Round => rounds.Current;

    /// <inheritdoc/>
    public bool IsWaitedFor => Volatile.Read(ref waiting) > 0;

    /// <inheritdoc/>
    public void Begin(int partitions)
    {
        rounds = new RecordRounds(partitions);
        numbers = new long[partitions];
    }

    /// <inheritdoc/>
    public RecordBlock Rent() => free.TryPop(out var block) ? block : new RecordBlock();

    /// <inheritdoc/>
    public int Take(int partition, RecordBatch batch)
    {
        var round = TakeRound(partition);
        foreach (var frame in RecordFrames.Of(partition, batch))
        {
            if (!AwaitRoom())
            {
                break;
            }

            frame.Round = round;
            frame.Number = numbers[partition]++;
            leader.Tell(frame, ActorRefs.NoSender);
        }

        foreach (var block in batch.Messages)
        {
            free.Push(block);
        }

        return round;
    }

    /// <summary>The leader has taken in frames.</summary>
    /// <param name="frames">How many of this host, since the run began.</param>
    /// <param name="round">The latest round of all partitions.</param>
    public void Acknowledge(long frames, int round)
    {
        lock (gate)
        {
            taken = Math.Max(taken, frames);
            rounds.Reach(round);
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>The run is over, or its leader is gone: what comes is dropped, and nobody waits.</summary>
    public void Abandon()
    {
        lock (gate)
        {
            isAbandoned = true;
            Monitor.PulseAll(gate);
        }
    }

    private int TakeRound(int partition)
    {
        lock (gate)
        {
            return rounds.Take(partition);
        }
    }

    // As long as it takes: when the leader is given up, the host is told, and abandons all.
    private bool AwaitRoom()
    {
        lock (gate)
        {
            waiting++;
            while (sent - taken >= MostUnderWay && !isAbandoned)
            {
                Monitor.Wait(gate);
            }

            waiting--;
            sent++;
            return !isAbandoned;
        }
    }
}
