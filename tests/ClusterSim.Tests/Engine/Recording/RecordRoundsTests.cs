using ClusterSim.Engine.Recording;
using Xunit;

namespace ClusterSim.Tests.Engine.Recording;

public sealed class RecordRoundsTests
{
    [Fact]
    public void Take_ByAllPartitions_IsOneRound()
    {
        var rounds = new RecordRounds(3);

        Assert.Equal([1, 1, 1], [rounds.Take(2), rounds.Take(0), rounds.Take(1)]);
    }

    [Fact]
    public void Take_ByOneThatHasTaken_BeginsTheNextRound()
    {
        var rounds = new RecordRounds(2);

        Assert.Equal([1, 2, 2, 3], [rounds.Take(0), rounds.Take(0), rounds.Take(1), rounds.Take(1)]);
    }

    [Fact]
    public void Take_InARoundThatBeganElsewhere_BeginsNone()
    {
        var rounds = new RecordRounds(2);
        rounds.Take(0);

        rounds.Reach(5);
        rounds.Reach(4);

        Assert.Equal([5, 5, 5], [rounds.Current, rounds.Take(0), rounds.Take(1)]);
    }
}
