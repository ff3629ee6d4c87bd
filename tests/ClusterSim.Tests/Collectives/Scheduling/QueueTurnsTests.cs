using ClusterSim.Collectives.Scheduling;
using Xunit;

namespace ClusterSim.Tests.Collectives.Scheduling;

public sealed class QueueTurnsTests
{
    [Fact]
    public void NextOfAll_ThreeQueues_TurnsAndRunsTheUpperHalfAnticlockwise()
    {
        var turns = new QueueTurns(firstQueue: 6, queueCount: 3);

        Assert.Equal([(6, 1), (7, -1), (8, -1), (6, 1)], Enumerable.Range(0, 4).Select(_ => turns.NextOfAll()));
    }

    [Fact]
    public void NextOfHalves_FiveQueues_TurnsInEachHalfAlone()
    {
        var turns = new QueueTurns(firstQueue: 0, queueCount: 5);

        Assert.Equal([0, 1, 0], Enumerable.Range(0, 3).Select(_ => turns.NextOfLower()));
        Assert.Equal([2, 3, 4, 2], Enumerable.Range(0, 4).Select(_ => turns.NextOfUpper()));
    }

    [Fact]
    public void Next_OneQueue_IsAlwaysThatQueueClockwise()
    {
        var turns = new QueueTurns(firstQueue: 3, queueCount: 1);

        Assert.Equal(((3, 1), 3, 3), (turns.NextOfAll(), turns.NextOfLower(), turns.NextOfUpper()));
    }
}
