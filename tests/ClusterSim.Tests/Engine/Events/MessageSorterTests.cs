using ClusterSim.Engine.Events;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Engine.Events;

public sealed class MessageSorterTests
{
    [Fact]
    public void Sort_AnyOrder_OrdersByTimeOfSendingThenId()
    {
        Gen.Select(Gen.Long[0, 5], Gen.ULong[0, 1000]).Array[0, 400].Sample(keys =>
        {
            var messages = keys.Select(key => new ScheduledMessage { SentAt = key.Item1, Id = key.Item2 }).ToArray();

            MessageSorter.Sort(messages);

            Assert.Equal(keys.Order(), messages.Select(message => (message.SentAt, message.Id)));
        });
    }
}
