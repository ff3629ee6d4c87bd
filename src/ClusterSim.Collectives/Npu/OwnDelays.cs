using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Actors;

namespace ClusterSim.Collectives.Npu;

/// <summary>
/// The delays that pass inside an NPU. Those that end at the same nanosecond end as one event, at the place of the first of
/// them, in the order in which they began; one that joins while they end comes last.
/// </summary>
internal sealed class OwnDelays(SimActor npu)
{
    private const int None = -1;

    // Nearly always an NPU has one ending or a few, each of one delay or a few that are alike.
    private Ending[] endings = new Ending[2];
    private int endingCount;
    private Delay[] delays = new Delay[2];
    private int delayCount;
    private int firstFree = None;

    /// <summary>Begins a delay.</summary>
    /// <param name="duration">How long it lasts; zero is allowed.</param>
    /// <param name="next">What follows.</param>
    /// <param name="size">Handed on to what follows.</param>
    public void Begin(SimDuration duration, in Continuation next, ByteSize size = default)
    {
        var end = npu.Now + duration;
        for (var place = 0; place < endingCount; place++)
        {
            if (endings[place].Time == end)
            {
                Join(ref endings[place], in next, size);
                return;
            }
        }

        if (endingCount == endings.Length)
        {
            Array.Resize(ref endings, endingCount * 2);
        }

        var first = Store(in next, size);
        ref var ending = ref endings[endingCount++];
        ending.Time = end;
        ending.First = first;
        ending.Last = first;
        npu.Send(npu.Id, duration, new Message { Kind = MessageKind.DelaysEnd });
    }

    /// <summary>Ends the delays that end now.</summary>
    public void End(NpuActor owner)
    {
        var place = 0;
        while (endings[place].Time != npu.Now)
        {
            place++;
        }

        // What follows may begin delays, which come behind in both lists; only this removes endings.
        for (var delay = endings[place].First; delay != None; delay = Release(delay))
        {
            for (var time = 0; time < delays[delay].Count; time++)
            {
                owner.Continue(in delays[delay].Next, delays[delay].Size);
            }
        }

        endings[place] = endings[--endingCount];
    }

    private void Join(ref Ending ending, in Continuation next, ByteSize size)
    {
        ref var last = ref delays[ending.Last];
        if (last.Size == size && last.Next == next)
        {
            last.Count++;
            return;
        }

        var delay = Store(in next, size);
        delays[ending.Last].Following = delay;
        ending.Last = delay;
    }

    private int Store(in Continuation next, ByteSize size)
    {
        var delay = firstFree;
        if (delay != None)
        {
            firstFree = delays[delay].Following;
        }
        else
        {
            delay = delayCount++;
            if (delay == delays.Length)
            {
                Array.Resize(ref delays, delay * 2);
            }
        }

        ref var stored = ref delays[delay];
        stored.Next = next;
        stored.Size = size;
        stored.Count = 1;
        stored.Following = None;
        return delay;
    }

    // Returns the delay behind it.
    private int Release(int delay)
    {
        var following = delays[delay].Following;
        delays[delay].Following = firstFree;
        firstFree = delay;
        return following;
    }

    /// <summary>Delays that follow each other and mean the same, such as the hundreds of a window of packets.</summary>
    private struct Delay
    {
        public Continuation Next;
        public int Count;
        public ByteSize Size;
        public int Following;
    }

    /// <summary>The delays that end at one time, as a list.</summary>
    private struct Ending
    {
        public SimTime Time;
        public int First;
        public int Last;
    }
}
