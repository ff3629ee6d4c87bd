using ClusterSim.Engine.Events;
using ClusterSim.Engine.Peers;
using ClusterSim.Engine.Peers.Wire;
using Xunit;

namespace ClusterSim.Tests.Engine.Peers;

public sealed class PeerInboxTests
{
    private readonly PeerInbox inbox = new(new MessagePool(), actorCount: 10);

    [Fact]
    public void Take_PartsInOrder_PutsThemTogether()
    {
        Assert.False(inbox.Take(Frame(window: 0, part: 0, targets: [1, 2])));
        Assert.True(inbox.Take(Frame(window: 0, part: 1, targets: [3], isLast: true)));
        Assert.Equal(3, inbox.Messages.Count);

        inbox.Clear();

        Assert.True(inbox.Take(Frame(window: 1, part: 0, targets: [4], isLast: true)));
        Assert.Equal(1, inbox.Messages.Count);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Take_APartThatDoesNotFollow_SaysThatOneWasLost(long window, int part)
    {
        var error = Assert.Throws<InvalidDataException>(() => inbox.Take(Frame(window, part, targets: [1])));

        Assert.Equal(
            $"Part {part} of window {window} came from partition 0, and part 0 of window 0 was expected: the connection between the nodes lost a message.",
            error.Message);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10)]
    public void Take_AMessageForNobody_IsRefused(int target) =>
        Assert.Throws<InvalidDataException>(() => inbox.Take(Frame(window: 0, part: 0, targets: [target])));

    private static SyncFrame Frame(long window, int part, int[] targets, bool isLast = false)
    {
        var columns = new MessageColumns();
        foreach (var target in targets)
        {
            MessageColumnsCodec.Append([new ScheduledMessage { Target = target }], columns);
        }

        return new SyncFrame { Window = window, Part = part, Messages = columns, IsLastPart = isLast };
    }
}
