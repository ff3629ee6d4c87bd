using ClusterSim.Core;
using ClusterSim.Engine.Hosts;
using ClusterSim.Engine.Hosts.Messages;
using ClusterSim.Engine.Recording;
using ClusterSim.Engine.Recording.Remote;
using ClusterSim.Engine.Recording.Remote.Wire;
using Xunit;

namespace ClusterSim.Tests.Engine.Recording.Remote;

/// <summary>Two hosts, the second with two partitions, hand over what they record.</summary>
public sealed class RecordIntakeTests
{
    private const int Actors = 4;

    private readonly LendingSink sink = new();
    private readonly ListeningHost first = new();
    private readonly ListeningHost second = new();
    private readonly List<Exception> failures = [];
    private readonly long[] numbers = new long[3];
    private readonly RecordIntake intake;

    public RecordIntakeTests()
    {
        intake = new RecordIntake(sink, [new HostShare("first", 0, 1), new HostShare("second", 1, 2)], Actors);
        intake.Join(0, first);
        intake.Join(1, second);
        intake.Start(failures.Add);
    }

    [Fact]
    public async Task Take_OfAllFrames_HandsThemToTheSinkByPartition_AndGivesTheResult()
    {
        Take(2, 10);
        Take(0, long.MaxValue);
        Take(2, long.MaxValue);
        Take(1, long.MaxValue);

        var result = await intake.FollowAsync(Task.FromResult("result"));

        Assert.Equal("result", result);
        Assert.Empty(failures);
        Assert.Equal(
            [(2, 10), (0, long.MaxValue), (2, long.MaxValue), (1, long.MaxValue)],
            sink.Taken.Select(taken => (taken.Partition, taken.Batch.CompleteBefore)));
    }

    [Fact]
    public async Task Take_TellsEachHostHowManyOfItsFramesWereTaken()
    {
        Take(1, long.MaxValue);
        Take(2, long.MaxValue);
        Take(0, long.MaxValue);

        await intake.FollowAsync(Task.FromResult(0));

        Assert.Equal([new RecordsTaken(1, 0)], first.Heard);
        Assert.Equal([new RecordsTaken(1, 0), new RecordsTaken(2, 0)], second.Heard);
    }

    [Fact]
    public async Task Take_OfALaterRound_TellsAllHosts()
    {
        Take(1, 5, round: 1);
        foreach (var partition in Enumerable.Range(0, numbers.Length))
        {
            Take(partition, long.MaxValue, round: 1);
        }

        await intake.FollowAsync(Task.FromResult(0));

        Assert.Equal(new RecordsTaken(0, 1), first.Heard[0]);
        Assert.Equal(new RecordsTaken(1, 1), second.Heard[0]);
    }

    [Fact]
    public async Task Follow_OfARunWhoseRecordsHaveNotAllCome_Fails()
    {
        Take(0, long.MaxValue);
        Take(1, long.MaxValue);
        Take(2, 10);

        var failure = await Assert.ThrowsAsync<SimulationFailedException>(() => intake.FollowAsync(Task.FromResult(0)));

        Assert.StartsWith("Not all that the nodes recorded has come", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_OfARunThatFails_KeepsWhatHasCome()
    {
        Take(1, 10);

        var failure = await Assert.ThrowsAsync<SimulationFailedException>(
            () => intake.FollowAsync(Task.FromException<int>(new SimulationFailedException("It is stuck."))));

        Assert.Equal("It is stuck.", failure.Message);
        Assert.Equal([1], sink.Taken.Select(taken => taken.Partition));
    }

    [Fact]
    public async Task Take_OfWhatNoPartitionRecorded_FailsAndTakesNothingMore()
    {
        intake.Take(new RecordFrame { Partition = 3, IsLastPart = true });
        Take(0, long.MaxValue);

        await Assert.ThrowsAsync<SimulationFailedException>(() => intake.FollowAsync(Task.FromResult(0)));

        Assert.Equal("Partition 3 recorded something, and there are 3.", Assert.IsType<InvalidDataException>(Assert.Single(failures)).Message);
        Assert.Empty(sink.Taken);
    }

    [Fact]
    public async Task Take_OfAFrameBehindALostOne_Fails()
    {
        numbers[1]++;
        Take(1, long.MaxValue);

        await Assert.ThrowsAsync<SimulationFailedException>(() => intake.FollowAsync(Task.FromResult(0)));

        Assert.Contains("the connection between the nodes lost a message", Assert.Single(failures).Message, StringComparison.Ordinal);
    }

    private void Take(int partition, long completeBefore, int round = 0)
    {
        foreach (var frame in RecordFrames.Of(partition, new RecordBatch([], [], completeBefore)))
        {
            frame.Number = numbers[partition]++;
            frame.Round = round;
            intake.Take(frame);
        }
    }
}
