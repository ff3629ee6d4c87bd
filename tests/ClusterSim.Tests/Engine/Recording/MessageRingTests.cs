using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Events;
using ClusterSim.Engine.Recording;
using Xunit;

namespace ClusterSim.Tests.Engine.Recording;

public sealed class MessageRingTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 3)]
    [InlineData(4, 4)]
    [InlineData(21, 4)]
    public void Read_AfterSomeMessages_GivesTheLastOnesTheOldestFirst(int handled, int kept)
    {
        var ring = default(MessageRing);
        ring.TurnOn();
        for (var number = 0; number < handled; number++)
        {
            ring.Add(Message(number));
        }

        var read = ring.Read(npu: 7);

        Assert.Equal(handled, ring.Count);
        Assert.Equal(Enumerable.Range(handled - kept, kept).Select(Message), read);
    }

    private static ScheduledMessage Message(int number) => new()
    {
        Time = 100 + number,
        SentAt = 50 + number,
        Id = MessageId.Of(3, (ulong)number),
        Target = 7,
        Message = new Message
        {
            Kind = MessageKind.Chunk,
            Class = MessageClass.Control,
            NotifySender = true,
            Source = 3,
            Destination = 7,
            Tag = -17,
            Size = new ByteSize(1L << 40),
        },
    };
}
