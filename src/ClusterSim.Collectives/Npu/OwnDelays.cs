using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Actors;

namespace ClusterSim.Collectives.Npu;

/// <summary>
/// The delays that pass inside an NPU. Those that end at the same nanosecond end as one event, at the place of the first of
/// them, in the order in which they began; one that joins while they end comes last.
/// </summary>
internal sealed class OwnDelays(IOutbox outbox, ActorId npu)
{
    /// <summary>The lines of cache that an instance takes.</summary>
    public const int Lines = 3;

    // A phase and its behaviour lie one behind the other.
    private const int LinesOfPhase = 4;

    // Nearly always an NPU has one delay, or all its delays end together: that ending lies here, others are looked up.
    private readonly List<Ending> others = [];
    private readonly QueuePool<Delay> queues = new();
    private Ending main = new() { Time = SimTime.Never };
    private Ending current = new() { Time = SimTime.Never };

    /// <summary>Begins a delay.</summary>
    /// <param name="duration">How long it lasts; zero is allowed.</param>
    /// <param name="next">What follows.</param>
    /// <param name="size">Handed on to what follows.</param>
    public void Begin(SimDuration duration, in Continuation next, ByteSize size = default)
    {
        var end = outbox.Now + duration;
        if (end == current.Time)
        {
            Join(ref current, in next, size);
        }
        else if (end == main.Time)
        {
            Join(ref main, in next, size);
        }
        else if (others.Count == 0 || !TryJoinOther(end, in next, size))
        {
            BeginEnding(new Ending { Time = end, First = new Delay(in next, size) });
            outbox.Send(npu, duration, new Message { Kind = MessageKind.DelaysEnd });
        }
    }

    /// <summary>Fetches the phase that is likely to be next: that of the delay that was begun last.</summary>
    public void PrefetchPhase() => Prefetch.Lines(main.First.Next.Phase, LinesOfPhase);

    /// <summary>Ends the delays that end now.</summary>
    public void End(IContinues owner)
    {
        TakeDue(out current);
        while (current.First.Count > 0)
        {
            // Room for what joins while it ends.
            var delay = current.First;
            current.First.Count = 0;
            Continue(owner, in delay);
            if (current.First.Count == 0 && !current.Further.IsEmpty)
            {
                current.First = queues.Take(ref current.Further);
            }
        }

        current.Time = SimTime.Never;
    }

    private static void Continue(IContinues owner, in Delay delay)
    {
        for (var i = 0; i < delay.Count; i++)
        {
            owner.Continue(in delay.Next, delay.Size);
        }
    }

    private void Join(ref Ending ending, in Continuation next, ByteSize size)
    {
        if (!ending.Further.IsEmpty)
        {
            Append(ref ending.Further, in next, size);
        }
        else if (ending.First.Count == 0)
        {
            ending.First = new Delay(in next, size);
        }
        else if (ending.First.IsFor(in next, size))
        {
            ending.First.Count++;
        }
        else
        {
            Append(ref ending.Further, in next, size);
        }
    }

    private void Append(ref QueuePool<Delay>.Queue queue, in Continuation next, ByteSize size)
    {
        if (!queue.IsEmpty && queues.Last(in queue).IsFor(in next, size))
        {
            queues.Last(in queue).Count++;
        }
        else
        {
            queues.Add(ref queue, new Delay(in next, size));
        }
    }

    private bool TryJoinOther(SimTime end, in Continuation next, ByteSize size)
    {
        for (var i = 0; i < others.Count; i++)
        {
            if (others[i].Time == end)
            {
                var joined = others[i];
                Join(ref joined, in next, size);
                others[i] = joined;
                return true;
            }
        }

        return false;
    }

    private void BeginEnding(in Ending ending)
    {
        if (main.Time == SimTime.Never)
        {
            main = ending;
        }
        else
        {
            others.Add(ending);
        }
    }

    private void TakeDue(out Ending due)
    {
        if (main.Time == outbox.Now)
        {
            due = main;
            main.Time = SimTime.Never;
            main.Further = default;
            return;
        }

        var place = others.FindIndex(other => other.Time == outbox.Now);
        due = others[place];
        others[place] = others[^1];
        others.RemoveAt(others.Count - 1);
    }

    /// <summary>Delays that follow each other and mean the same, such as the hundreds of a window of packets.</summary>
    private struct Delay(in Continuation next, ByteSize size)
    {
        public readonly Continuation Next = next;
        public readonly ByteSize Size = size;
        public int Count = 1;

        public readonly bool IsFor(in Continuation otherNext, ByteSize otherSize) => Size == otherSize && Next == otherNext;
    }

    private struct Ending
    {
        public SimTime Time;
        public Delay First;
        public QueuePool<Delay>.Queue Further;
    }
}
