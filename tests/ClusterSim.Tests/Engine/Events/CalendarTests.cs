using ClusterSim.Engine.Events;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Engine.Events;

public sealed class CalendarTests
{
    private const int Actors = 8;

    // Delays of every level of the wheel: the same instant, the current epoch, later epochs, years ahead.
    private static readonly Gen<long> Delay = Gen.OneOf(
        Gen.Long[0, 3], Gen.Long[0, 5_000], Gen.Long[0, 40_000_000], Gen.Long[0, 1L << 50]);

    private static readonly Gen<(int Sender, int Target, long Delay)[]> Sends =
        Gen.Select(Gen.Int[0, Actors - 1], Gen.Int[0, Actors - 1], Delay).Array[1, 60];

    [Fact]
    public void OpenRound_AnySchedule_GivesEachActorItsMessagesInOrderOfKey()
    {
        Sends.List[1, 8].Sample(batches =>
        {
            var handled = Run(batches);
            foreach (var ofActor in handled.GroupBy(handling => handling.Target))
            {
                var keys = ofActor.Select(handling => handling.Key).ToArray();
                Assert.Equal(keys.Order(), keys);
            }
        });
    }

    [Fact]
    public void OpenRound_AnySchedule_GivesEveryMessageOnce()
    {
        Sends.List[1, 8].Sample(batches =>
        {
            var ids = Run(batches).Select(handling => handling.Key.Id).ToArray();
            Assert.Equal(ids.Length, ids.Distinct().Count());
        });
    }

    [Fact]
    public void OpenRound_BeforeLimit_LeavesWhatIsAtTheLimit()
    {
        var calendar = NewCalendar();
        Add(calendar, time: 99, target: 0, id: 0);
        Add(calendar, time: 100, target: 0, id: 1);

        Assert.True(calendar.OpenRound(limit: 100));

        Assert.False(calendar.OpenRound(limit: 100));
        Assert.Equal(100, calendar.NextTime());
    }

    [Fact]
    public void OpenRound_MessageForNow_ComesInTheNextRound()
    {
        var calendar = NewCalendar();
        Add(calendar, time: 5, target: 0, id: 0);
        calendar.OpenRound(long.MaxValue);
        Add(calendar, time: 5, target: 1, id: 1);

        Assert.True(calendar.OpenRound(long.MaxValue));

        Assert.Equal(1, calendar.NextOfRound().Length);
        Assert.Equal(1, calendar.Round);
        Assert.Equal(5, calendar.Now);
    }

    [Fact]
    public void NextOfRound_MoreMessagesThanABlock_GivesAllInOrder()
    {
        var calendar = NewCalendar();
        const int Count = MessagePool.LargestBlock * 2 + 5;
        for (var number = Count; number > 0; number--)
        {
            Add(calendar, time: 9, target: 3, id: (ulong)number);
        }

        var handled = new List<(int Target, EventKey Key)>();
        Assert.True(calendar.OpenRound(long.MaxValue));
        HandleRound(calendar, handled);

        Assert.Equal(Enumerable.Range(1, Count).Select(number => (ulong)number), handled.Select(handling => handling.Key.Id));
    }

    [Fact]
    public void Add_BeforeNow_Throws()
    {
        var calendar = NewCalendar();
        Add(calendar, time: 10, target: 0, id: 0);
        calendar.OpenRound(long.MaxValue);

        var error = Assert.Throws<InvalidOperationException>(() => Add(calendar, time: 9, target: 0, id: 1));
        Assert.Contains("9 ns", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_BetweenWindowsForANearerTimeThanAnyOther_ComesFirst()
    {
        var calendar = NewCalendar();
        Add(calendar, time: 100_000, target: 0, id: 0);
        Assert.False(calendar.OpenRound(limit: 500));
        Add(calendar, time: 700, target: 1, id: 1);

        Assert.Equal(700, calendar.NextTime());
    }

    [Fact]
    public void Reset_WithMessages_ForgetsThem()
    {
        var calendar = NewCalendar();
        Add(calendar, time: 3, target: 0, id: 0);
        Add(calendar, time: 1L << 40, target: 0, id: 1);
        calendar.Reset(Actors);

        Assert.Equal(long.MaxValue, calendar.NextTime());
        Assert.Equal(0, calendar.Now);
    }

    private static Calendar NewCalendar()
    {
        var calendar = new Calendar(new MessagePool());
        calendar.Reset(Actors);
        return calendar;
    }

    private static void Add(Calendar calendar, long time, int target, ulong id) =>
        calendar.Add(time, calendar.Now, id).Target = target;

    // Each opened round sends the next batch; what is left at the end is handled without sending more.
    private static List<(int Target, EventKey Key)> Run(List<(int Sender, int Target, long Delay)[]> batches)
    {
        var calendar = NewCalendar();
        var counters = new ulong[Actors];
        var handled = new List<(int Target, EventKey Key)>();
        var next = 0;
        Send(calendar, batches[next++], counters);
        while (calendar.OpenRound(long.MaxValue))
        {
            HandleRound(calendar, handled);
            if (next < batches.Count)
            {
                Send(calendar, batches[next++], counters);
            }
        }

        return handled;
    }

    private static void HandleRound(Calendar calendar, List<(int Target, EventKey Key)> handled)
    {
        for (var messages = calendar.NextOfRound(); !messages.IsEmpty; messages = calendar.NextOfRound())
        {
            foreach (ref readonly var message in messages)
            {
                handled.Add((message.Target, new EventKey(new(message.Time), calendar.Round, new(message.SentAt), message.Id)));
            }
        }
    }

    private static void Send(Calendar calendar, (int Sender, int Target, long Delay)[] batch, ulong[] counters)
    {
        foreach (var (sender, target, delay) in batch)
        {
            Add(calendar, calendar.Now + delay, target, MessageId.First(sender) + counters[sender]++);
        }
    }
}
