using ClusterSim.Engine.Events;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Engine.Events;

public sealed class EventOrderTests
{
    private static readonly Gen<ScheduledMessage> Message = Gen.Select(Gen.Long[0, 2], Gen.Int[0, 2], Gen.Long[0, 2], Gen.ULong[0, 1000])
        .Select((time, round, sentAt, id) => new ScheduledMessage { Time = time, Round = round, SentAt = sentAt, Id = id });

    [Fact]
    public void Precedes_AnyMessages_IsByTimeThenRoundThenSendingThenId()
    {
        Gen.Select(Message, Message).Sample((left, right) =>
            Assert.Equal(KeyOf(left).CompareTo(KeyOf(right)) < 0, EventOrder.Precedes(in left, in right)));
    }

    [Fact]
    public void Precedes_KeyAlone_IsTheSameOrder()
    {
        Gen.Select(Message, Message).Sample((left, right) => Assert.Equal(
            EventOrder.Precedes(in left, in right),
            EventOrder.Precedes(left.Time, left.Round, left.SentAt, left.Id, in right)));
    }

    [Fact]
    public void Sort_AnyMessages_PutsThemInOrder()
    {
        Message.Array[0, 400].Sample(messages =>
        {
            var sorted = messages.ToArray();

            EventOrder.Sort(sorted);

            Assert.Equal(messages.Select(KeyOf).Order(), sorted.Select(KeyOf));
        });
    }

    private static (long Time, int Round, long SentAt, ulong Id) KeyOf(ScheduledMessage message) =>
        (message.Time, message.Round, message.SentAt, message.Id);
}
