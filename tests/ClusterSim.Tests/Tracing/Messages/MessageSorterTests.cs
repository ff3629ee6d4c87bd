using ClusterSim.Engine.Recording;
using ClusterSim.Tracing.Messages;
using Xunit;

namespace ClusterSim.Tests.Tracing.Messages;

public sealed class MessageSorterTests
{
    private const int CounterBits = 40;

    // Those of one sender in the order in which it sent them.
    private static readonly int[] Recorded = [3, 7, 1, 6, 4, 0, 2, 5];

    // The last scale makes keys too long for a word.
    [Theory]
    [InlineData(1)]
    [InlineData(1L << 40)]
    [InlineData(1L << 55)]
    public void Sort_OrdersByTimeThenRoundThenSenderThenCounter(long scale)
    {
        (long Time, int Round, ulong Sender)[] expected =
            [(0, -1, 0), (0, -1, 7), (0, 3, 1), (5, 0, 2), (5, 0, 2), (5, 0, 4_000), (5, 1, 0), (90, 0, 0)];
        var blocks = new[] { new RecordBlock(), new RecordBlock() };
        foreach (var (index, place) in Recorded.Index())
        {
            ref var message = ref blocks[0].Messages[index];
            message.SentAt = expected[place].Time * scale;
            message.Round = expected[place].Round;
            message.Id = expected[place].Sender << CounterBits | (uint)place;
            blocks[0].Count = index + 1;
        }

        var sorted = new MessageSorter().Sort(blocks).ToArray().Select(place => MessageSorter.At(blocks, place).Id & 0xFF);

        Assert.Equal([0UL, 1, 2, 3, 4, 5, 6, 7], sorted);
    }
}
