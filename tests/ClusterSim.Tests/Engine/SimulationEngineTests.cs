using ClusterSim.Core;
using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine;
using ClusterSim.Engine.Recording;
using Xunit;

namespace ClusterSim.Tests.Engine;

public sealed class SimulationEngineTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly SimDuration Lookahead = new(100);

    private readonly SimulationEngine engine = new();

    public void Dispose() => engine.Dispose();

    [Fact]
    public async Task RunAsync_MessagesAcrossPartitions_ArriveAtTheirTime()
    {
        // A token goes round eight actors three times.
        var plan = Plan(npus: 8, (actor, message) =>
        {
            if (message.Kind == MessageKind.Start ? actor.Id.Index == 0 : message.Tag < 24)
            {
                actor.Send(new ActorId((actor.Id.Index + 1) % 8), Lookahead, new Message { Kind = MessageKind.Chunk, Tag = message.Tag + 1 });
            }
        });

        var result = await RunAsync(plan, partitions: 4);

        var chunks = Heard(result).SelectMany(heard => heard.Messages).Where(message => message.Kind == MessageKind.Chunk).OrderBy(message => message.Tag);
        Assert.Equal(Enumerable.Range(1, 24).Select(tag => (tag * 100L, MessageKind.Chunk, (long)tag)), chunks);
        Assert.Equal(32, result.Events);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task RunAsync_SeveralActorsFail_ReportsTheSmallestKey(int partitions)
    {
        // All fail at the same time; the lowest sender comes first whoever's thread is faster.
        var plan = Plan(npus: 4, (actor, message) =>
        {
            if (message.Kind == MessageKind.Start)
            {
                actor.Send(new ActorId(3 - actor.Id.Index), Lookahead, new Message { Kind = MessageKind.Chunk });
            }
            else
            {
                throw new InvalidOperationException($"actor {actor.Id.Index} has had enough");
            }
        });

        var error = await Assert.ThrowsAnyAsync<SimulationFailedException>(() => RunAsync(plan, partitions));

        Assert.Equal("npu/3 failed at 100 ns while it handled Chunk: actor 3 has had enough", error.Message);
    }

    [Theory]
    [InlineData(1, Transport.Fast)]
    [InlineData(2, Transport.Fast)]
    [InlineData(4, Transport.Strict)]
    public async Task RunAsync_AnActorFails_TellsWhatThoseConcernedHandledLast(int partitions, Transport transport)
    {
        // A token goes round until an actor has had it often enough; another goes on meanwhile.
        var plan = Plan(npus: 4, (actor, message) =>
        {
            if (message.Kind == MessageKind.Start ? actor.Id.Index != 3 : message.Tag < 60)
            {
                actor.Send(new ActorId((actor.Id.Index + 1) % 4), Lookahead, new Message { Kind = MessageKind.Delivered, Tag = message.Tag + 1 });
            }

            if (message.Tag == 42 && actor.Id.Index == 2)
            {
                throw new InvalidOperationException("had enough");
            }
        });

        var error = await Assert.ThrowsAsync<ActorFailedException>(() => RunAsync(plan, partitions, transport));

        Assert.Equal([2, 1], error.Actors.Select(actor => actor.Index));
        Assert.Equal(4200, error.Last.Messages[^1].HandledAt.Ns);
        Assert.Equal((2, 1, 42L), (error.Last.Messages[^1].To.Index, error.Last.Messages[^1].From.Index, error.Last.Messages[^1].Message.Tag));
        Assert.Equal(MessageRing.Capacity, error.Last.Messages.Count(message => message.To.Index == 2));
        Assert.All(error.Last.Messages, message => Assert.Equal(100, message.HandledAt.Ns - message.SentAt.Ns));
        Assert.Equal(error.Last.Messages.OrderBy(message => message.HandledAt), error.Last.Messages);
    }

    [Theory]
    [InlineData(Transport.Fast)]
    [InlineData(Transport.Strict)]
    public async Task RunAsync_MessageSoonerThanTheLookahead_Fails(Transport transport)
    {
        var plan = Plan(npus: 2, (actor, message) =>
        {
            if (message.Kind == MessageKind.Start)
            {
                actor.Send(new ActorId(1 - actor.Id.Index), new SimDuration(99), new Message { Kind = MessageKind.Chunk });
            }
        });

        var error = await Assert.ThrowsAnyAsync<SimulationFailedException>(() => RunAsync(plan, partitions: 2, transport));

        Assert.Contains("takes 99 ns, less than the 100 ns", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_ActorThatNeverReturns_IsGivenUp()
    {
        using var release = new ManualResetEventSlim();
        var plan = Plan(npus: 2, (actor, _) =>
        {
            if (actor.Id.Index == 1)
            {
                release.Wait(Patience);
            }
        });

        var error = await Assert.ThrowsAnyAsync<SimulationFailedException>(
            () => engine.RunAsync(plan, 2, Transport.Fast, TimeSpan.FromSeconds(1), null, null, TestContext.Current.CancellationToken));
        release.Set();

        Assert.StartsWith("No message was handled for 1 s: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("partition 1 at 0 ns does not come back from an actor", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task RunAsync_Cancelled_EndsARunThatWouldNot(int partitions)
    {
        using var cancellation = new CancellationTokenSource();
        var plan = Plan(npus: 2, (actor, message) =>
        {
            actor.Send(actor.Id, Lookahead, new Message { Kind = MessageKind.Chunk, Tag = message.Tag + 1 });
            if (message.Tag == 1000 && actor.Id.Index == 0)
            {
                cancellation.Cancel();
            }
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => engine.RunAsync(plan, partitions, Transport.Fast, Patience, null, null, cancellation.Token).WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task RunAsync_AfterAFailedRun_WorksAgain()
    {
        var failing = Plan(npus: 4, (_, _) => throw new InvalidOperationException("once"));
        await Assert.ThrowsAnyAsync<SimulationFailedException>(() => RunAsync(failing, partitions: 2));

        var result = await RunAsync(Plan(npus: 4, (actor, _) => actor.Finish()), partitions: 2);

        Assert.Equal(4, result.Completed);
    }

    [Fact]
    public async Task RunAsync_ActorThatCannotBeMade_Fails()
    {
        var plan = new SimulationPlan(1);
        plan.Add("npu/0", 0, () => throw new InvalidOperationException("no such actor"));

        var error = await Assert.ThrowsAnyAsync<SimulationFailedException>(() => RunAsync(plan, partitions: 1));

        Assert.Contains("no such actor", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, Transport.Fast)]
    [InlineData(2, Transport.Fast)]
    [InlineData(4, Transport.Fast)]
    [InlineData(4, Transport.Strict)]
    public async Task RunAsync_ReplicatedActor_AnswersAllInOrderOfKey(int partitions, Transport transport)
    {
        // Requests take no time from any partition; the server counts them, and tells each its number.
        var plan = new SimulationPlan(4);
        var server = new ActorId(4);
        for (var npu = 0; npu < 4; npu++)
        {
            plan.Add($"npu/{npu}", npu, () => new ScriptedActor((actor, message) =>
            {
                if (message.Kind == MessageKind.Start)
                {
                    actor.Send(actor.Id, new SimDuration(10 * (4 - actor.Id.Index)), new Message { Kind = MessageKind.DelaysEnd });
                }
                else if (message.Kind == MessageKind.DelaysEnd)
                {
                    actor.Send(server, SimDuration.Zero, new Message { Kind = MessageKind.MemoryRequest, Source = actor.Id.Index });
                }
            }));
        }

        plan.LimitLookahead(Lookahead);
        plan.AddReplicated("memory/0", () =>
        {
            var count = 0;
            return new ScriptedActor((actor, message) =>
                actor.Send(new ActorId(message.Source), Lookahead, new Message { Kind = MessageKind.MemoryDone, Tag = ++count }));
        });

        var result = await RunAsync(plan, partitions, transport);

        var answers = Heard(result).Where(heard => heard.Actor < 4).OrderBy(heard => heard.Actor).Select(heard => heard.Messages[^1]);
        Assert.Equal([(140L, MessageKind.MemoryDone, 4L), (130, MessageKind.MemoryDone, 3), (120, MessageKind.MemoryDone, 2), (110, MessageKind.MemoryDone, 1)], answers);
        Assert.Equal(16, result.Events);
    }

    private static SimulationPlan Plan(int npus, Action<ScriptedActor, Message> onMessage)
    {
        var plan = new SimulationPlan(npus);
        for (var npu = 0; npu < npus; npu++)
        {
            plan.Add($"npu/{npu}", npu, () => new ScriptedActor(onMessage));
        }

        plan.LimitLookahead(Lookahead);
        return plan;
    }

    private static IEnumerable<ScriptedActor.Heard> Heard(EngineResult result) => result.Reports.Cast<ScriptedActor.Heard>();

    private Task<EngineResult> RunAsync(SimulationPlan plan, int partitions, Transport transport = Transport.Fast) =>
        engine.RunAsync(plan, partitions, transport, Patience, null, null, TestContext.Current.CancellationToken);
}
