using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Actors;
using ClusterSim.Engine.Recording;

namespace ClusterSim.Collectives.Npu;

/// <summary>
/// The delays that pass inside an NPU. Those that end at the same nanosecond end as one event, at the place of the first of
/// them, in the order in which they began; one that joins while they end comes last.
/// </summary>
internal sealed class OwnDelays(SimActor npu)
{
    private const int None = -1;

    // Nearly always an NPU has one ending or a few, each of one delay or of many that are alike.
    private Ending[] endings = new Ending[2];
    private int endingCount;

    // The delays of endings that have several which differ, as lists.
    private Delay[] further = [];
    private int furtherCount;
    private int firstFree = None;

    /// <summary>Begins a delay.</summary>
    /// <param name="kind">What it is, for a trace.</param>
    /// <param name="duration">How long it lasts; zero is allowed.</param>
    /// <param name="next">What follows.</param>
    /// <param name="size">Handed on to what follows.</param>
    public void Begin(DelayKind kind, SimDuration duration, in Continuation next, ByteSize size = default)
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

        ref var ending = ref endings[endingCount++];
        ending.Time = end;
        ending.First.Begin(in next, size);
        ending.Further = None;
        if (npu.Recorder is { } recorder)
        {
            recorder.Delay = kind;
        }

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

        // What follows may begin delays, which come behind in all lists; only this removes endings.
        for (var time = 0; time < endings[place].First.Count; time++)
        {
            owner.Continue(in endings[place].First.Next, endings[place].First.Size);
        }

        for (var delay = endings[place].Further; delay != None; delay = Release(delay))
        {
            for (var time = 0; time < further[delay].Count; time++)
            {
                owner.Continue(in further[delay].Next, further[delay].Size);
            }
        }

        endingCount--;
        if (place != endingCount)
        {
            endings[place] = endings[endingCount];
        }
    }

    private void Join(ref Ending ending, in Continuation next, ByteSize size)
    {
        ref var last = ref ending.First;
        if (ending.Further != None)
        {
            last = ref further[ending.Last];
        }

        if (last.Size == size && last.Next == next)
        {
            last.Count++;
            return;
        }

        var delay = Store(in next, size);
        if (ending.Further == None)
        {
            ending.Further = delay;
        }
        else
        {
            further[ending.Last].Following = delay;
        }

        ending.Last = delay;
    }

    private int Store(in Continuation next, ByteSize size)
    {
        var delay = firstFree;
        if (delay != None)
        {
            firstFree = further[delay].Following;
        }
        else
        {
            delay = furtherCount++;
            if (delay == further.Length)
            {
                Array.Resize(ref further, Math.Max(2, delay * 2));
            }
        }

        further[delay].Begin(in next, size);
        return delay;
    }

    // Returns the delay behind it.
    private int Release(int delay)
    {
        var following = further[delay].Following;
        further[delay].Following = firstFree;
        firstFree = delay;
        return following;
    }

    /// <summary>Delays that follow each other and mean the same, such as the hundreds of a window of packets.</summary>
    private struct Delay
    {
        public Continuation Next;
        public int Count;
        public ByteSize Size;

        /// <summary>The next in its list.</summary>
        public int Following;

        public void Begin(in Continuation next, ByteSize size)
        {
            Next = next;
            Count = 1;
            Size = size;
            Following = None;
        }
    }

    /// <summary>The delays that end at one time: the first ones, and the list of those that differ.</summary>
    private struct Ending
    {
        public SimTime Time;
        public Delay First;
        public int Further;
        public int Last;
    }
}
