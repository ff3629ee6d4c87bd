using ClusterSim.Core.Messages;
using ClusterSim.Engine.Events;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Engine.Events;

public sealed class EventQueueTests
{
    // Delays as a site meets them: the same instant, some nanoseconds, a far end of a computation.
    private static readonly Gen<long> Delay = Gen.OneOf(Gen.Const(0L), Gen.Long[0, 20], Gen.Long[400, 600], Gen.Const(1L << 40));

    // What the handling of each message in turn sends.
    private static readonly Gen<long[][]> Sends = Delay.Array[0, 6].Array[1, 80];

    [Fact]
    public void First_WhateverIsSentMeanwhile_GivesEveryMessageOnceInOrder()
    {
        Sends.Sample(sends =>
        {
            var handled = HandleAll(sends);

            Assert.Equal(handled.Order(), handled);
            Assert.Equal(sends.Take(handled.Count).Sum(ofOne => ofOne.Length) + 1, handled.Count);
            Assert.Equal(handled.Count, handled.Select(key => key.Id).Distinct().Count());
        });
    }

    [Fact]
    public void First_WhileStorageGrows_KeepsItsContent()
    {
        var pool = new ArrayPool();
        var queue = new EventQueue(pool);
        Add(ref queue, time: 0, round: 0, sentAt: 0, id: 0);
        Assert.True(queue.FindFirst(long.MaxValue));
        ref readonly var first = ref queue.First;
        for (var id = 1UL; id < 1000; id++)
        {
            Add(ref queue, time: 2000 - (long)id, round: 0, sentAt: 0, id);
            Add(ref queue, time: 5000 + (long)id, round: 0, sentAt: 0, id + 1000);
        }

        Assert.Equal(0UL, first.Id);
        Assert.Equal(TokenOf(0), first.Message.Token);
    }

    [Fact]
    public void EndBurst_AnyOrder_GivesAllInOrderBehindWhatWasThere()
    {
        Gen.Select(Gen.Long[0, 50].Array[0, 200], Gen.Int[0, 40]).Sample((times, handledBefore) =>
        {
            var queue = new EventQueue(new ArrayPool());
            for (var place = 0; place < handledBefore; place++)
            {
                Add(ref queue, time: 0, round: 0, sentAt: 0, id: (ulong)place);
            }

            Assert.Equal(handledBefore, TakeAll(ref queue).Count);
            Add(ref queue, time: 20, round: 0, sentAt: 0, id: 1_000_000);
            Add(ref queue, time: 10, round: 0, sentAt: 0, id: 1_000_001);
            queue.BeginBurst(times.Length);
            for (var place = 0; place < times.Length; place++)
            {
                queue.AddOfBurst(new ScheduledMessage { Time = times[place], Id = (ulong)place });
            }

            queue.EndBurst();

            var handled = TakeAll(ref queue);
            Assert.Equal(handled.Order(), handled);
            Assert.Equal(times.Length + 2, handled.Count);
        });
    }

    [Fact]
    public void Trim_AfterABurst_LeavesItsStorageToTheNextQueue()
    {
        const int Messages = 4096;
        var pool = new ArrayPool();
        var first = new EventQueue(pool);
        var second = new EventQueue(pool);
        first.BeginBurst(Messages);
        first.Trim();
        pool.Settle();

        var before = GC.GetAllocatedBytesForCurrentThread();
        second.BeginBurst(Messages);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Messages);
    }

    [Fact]
    public void Clear_WithMessages_ForgetsThem()
    {
        var queue = new EventQueue(new ArrayPool());
        Add(ref queue, time: 7, round: 0, sentAt: 0, id: 0);
        Add(ref queue, time: 3, round: 0, sentAt: 0, id: 1);

        queue.Clear();

        Assert.Equal(long.MaxValue, queue.NextTime);
    }

    private static List<(long Time, int Round, long SentAt, ulong Id)> HandleAll(long[][] sends)
    {
        var queue = new EventQueue(new ArrayPool());
        var handled = new List<(long Time, int Round, long SentAt, ulong Id)>();
        var id = 0UL;
        Add(ref queue, time: 0, round: 0, sentAt: 0, id++);
        for (var step = 0; queue.NextTime < long.MaxValue; step++)
        {
            Assert.True(queue.FindFirst(long.MaxValue));
            ref readonly var first = ref queue.First;
            foreach (var delay in step < sends.Length ? sends[step] : [])
            {
                Add(ref queue, first.Time + delay, delay == 0 ? first.Round + 1 : 0, first.Time, id++);
            }

            // Read in its place, after what its handling sends has come.
            Assert.Equal(TokenOf(first.Id), first.Message.Token);
            handled.Add((first.Time, first.Round, first.SentAt, first.Id));
            queue.RemoveFirst();
            queue.Trim();
        }

        return handled;
    }

    private static List<(long Time, int Round, long SentAt, ulong Id)> TakeAll(ref EventQueue queue)
    {
        var taken = new List<(long Time, int Round, long SentAt, ulong Id)>();
        while (queue.NextTime < long.MaxValue)
        {
            Assert.True(queue.FindFirst(long.MaxValue));
            ref readonly var first = ref queue.First;
            taken.Add((first.Time, first.Round, first.SentAt, first.Id));
            queue.RemoveFirst();
        }

        return taken;
    }

    private static void Add(ref EventQueue queue, long time, int round, long sentAt, ulong id) =>
        queue.Add(time, round, sentAt, id).Message = new Message { Token = TokenOf(id) };

    private static int TokenOf(ulong id) => (int)id * 7 + 1;
}
