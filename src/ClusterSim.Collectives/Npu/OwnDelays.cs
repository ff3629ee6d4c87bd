using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Npu;

/// <summary>
/// The delays that pass inside an NPU. Those that end at the same nanosecond end as one event, at the place of the first of
/// them, in the order in which they began; one that joins while they end comes last.
/// </summary>
internal sealed class OwnDelays(IOutbox outbox, ActorId npu)
{
    // Nearly always an NPU has one delay, or all its delays end together: that ending lies here, others are looked up.
    private readonly List<Ending> others = [];
    private readonly QueuePool<Delay> queues = new();
    private Ending main = new() { Time = SimTime.Never };
    private QueuePool<Delay>.Queue endingNow;
    private SimTime endingTime = SimTime.Never;

    /// <summary>Begins a delay.</summary>
    /// <param name="duration">How long it lasts; zero is allowed.</param>
    /// <param name="next">What follows.</param>
    /// <param name="size">Handed on to what follows.</param>
    public void Begin(SimDuration duration, in Continuation next, ByteSize size = default)
    {
        var end = outbox.Now + duration;
        if (end == endingTime)
        {
            queues.Add(ref endingNow, new Delay(next, size));
        }
        else if (end == main.Time)
        {
            queues.Add(ref main.Further, new Delay(next, size));
        }
        else if (others.Count == 0 || !TryJoinOther(end, new Delay(next, size)))
        {
            BeginEnding(new Ending { Time = end, First = new Delay(next, size) });
            outbox.Send(npu, duration, new Message { Kind = MessageKind.DelaysEnd });
        }
    }

    /// <summary>Ends the delays that end now.</summary>
    public void End(IContinues owner)
    {
        TakeDue(out var due);
        endingTime = due.Time;
        endingNow = due.Further;
        owner.Continue(in due.First.Next, due.First.Size);
        while (!endingNow.IsEmpty)
        {
            var delay = queues.Take(ref endingNow);
            owner.Continue(in delay.Next, delay.Size);
        }

        endingTime = SimTime.Never;
    }

    private bool TryJoinOther(SimTime end, in Delay delay)
    {
        for (var i = 0; i < others.Count; i++)
        {
            if (others[i].Time == end)
            {
                var joined = others[i];
                queues.Add(ref joined.Further, in delay);
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

    private readonly struct Delay(in Continuation next, ByteSize size)
    {
        public readonly Continuation Next = next;
        public readonly ByteSize Size = size;
    }

    private struct Ending
    {
        public SimTime Time;
        public Delay First;
        public QueuePool<Delay>.Queue Further;
    }
}
