using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;

namespace ClusterSim.Collectives.Npu;

/// <summary>
/// The delays that pass inside an NPU. Those that end at the same nanosecond end as one event, at the place of the first of
/// them, in the order in which they began; one that joins while they end comes last.
/// </summary>
internal sealed class OwnDelays(IOutbox outbox, ActorId npu)
{
    private const int None = -1;

    private readonly List<Ending> endings = [];
    private Delay[] delays = new Delay[4];
    private int used;
    private int firstFree = None;
    private SimTime endingNow = SimTime.Never;
    private int lastEndingNow = None;

    /// <summary>Begins a delay.</summary>
    /// <param name="duration">How long it lasts; zero is allowed.</param>
    /// <param name="next">What follows.</param>
    /// <param name="size">Handed on to what follows.</param>
    public void Begin(SimDuration duration, in Continuation next, ByteSize size = default)
    {
        var delay = Store(in next, size);
        var end = outbox.Now + duration;
        if (end == endingNow)
        {
            delays[lastEndingNow].Following = delay;
            lastEndingNow = delay;
        }
        else if (!TryJoin(end, delay))
        {
            endings.Add(new Ending(end, delay, delay));
            outbox.Send(npu, duration, new Message { Kind = MessageKind.DelaysEnd });
        }
    }

    /// <summary>Ends the delays that end now.</summary>
    public void End(IContinues owner)
    {
        var ending = TakeEnding();
        endingNow = ending.Time;
        lastEndingNow = ending.Last;
        for (var delay = ending.First; delay != None;)
        {
            owner.Continue(in delays[delay].Next, delays[delay].Size);

            // Read now, not before: what followed may have begun another one that ends now.
            var following = delays[delay].Following;
            Free(delay);
            delay = following;
        }

        endingNow = SimTime.Never;
    }

    private bool TryJoin(SimTime end, int delay)
    {
        for (var i = endings.Count - 1; i >= 0; i--)
        {
            if (endings[i].Time == end)
            {
                delays[endings[i].Last].Following = delay;
                endings[i] = endings[i] with { Last = delay };
                return true;
            }
        }

        return false;
    }

    private Ending TakeEnding()
    {
        for (var i = 0; i < endings.Count; i++)
        {
            if (endings[i].Time == outbox.Now)
            {
                var taken = endings[i];
                endings[i] = endings[^1];
                endings.RemoveAt(endings.Count - 1);
                return taken;
            }
        }

        throw new InvalidOperationException($"No delay ends at {outbox.Now}.");
    }

    private int Store(in Continuation next, ByteSize size)
    {
        int place;
        if (firstFree != None)
        {
            place = firstFree;
            firstFree = delays[place].Following;
        }
        else
        {
            if (used == delays.Length)
            {
                Array.Resize(ref delays, used * 2);
            }

            place = used++;
        }

        delays[place] = new Delay { Next = next, Size = size, Following = None };
        return place;
    }

    private void Free(int place)
    {
        delays[place] = new Delay { Following = firstFree };
        firstFree = place;
    }

    private readonly record struct Ending(SimTime Time, int First, int Last);

    private struct Delay
    {
        public Continuation Next;
        public ByteSize Size;
        public int Following;
    }
}
