using System.Collections.Concurrent;
using Akka.Actor;
using ClusterSim.Core;
using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine;
using ClusterSim.Engine.Hosts;
using Xunit;

namespace ClusterSim.Tests.Engine.Hosts;

/// <summary>Simulations over several hosts. Here they share an actor system, and talk as over the wire.</summary>
public sealed class SharedSimulationTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly SimDuration Lookahead = new(100);

    private readonly ActorSystem system = ActorSystem.Create("nodes");
    private readonly SimulationEngine engine;

    public SharedSimulationTests()
    {
        engine = new SimulationEngine(system);
    }

    public void Dispose() => system.Dispose();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    public async Task LeadAsync_AnyHosts_GivesTheSameAsOneProcess(int hosts, int partitionsAHost)
    {
        var alone = await engine.RunAsync(Crowd(), 1, Transport.Fast, Patience, null, null, TestContext.Current.CancellationToken);

        var shared = await LeadAsync(Crowd, hosts, partitionsAHost);

        Assert.Equal(alone.Digest, shared.Digest);
        Assert.Equal(alone.Events, shared.Events);
        Assert.Equal(alone.Completed, shared.Completed);
        Assert.Equal(Heard(alone), Heard(shared));
    }

    [Fact]
    public async Task LeadAsync_AnActorFails_SaysWhichAndWhy()
    {
        var error = await Assert.ThrowsAnyAsync<SimulationFailedException>(() => LeadAsync(
            () => Plan(npus: 4, (actor, message) =>
            {
                if (actor.Id.Index == 2)
                {
                    throw new InvalidOperationException("had enough");
                }
            }),
            hosts: 2,
            partitionsAHost: 1));

        Assert.Equal("npu/2 failed at 0 ns while it handled Start: had enough", error.Message);
    }

    [Fact]
    public async Task LeadAsync_AHostMadeAnotherPlan_NamesIt()
    {
        var made = 0;

        var error = await Assert.ThrowsAnyAsync<SimulationFailedException>(() => LeadAsync(
            () => Plan(npus: 4 + Interlocked.Increment(ref made) / 3, (_, _) => { }), hosts: 2, partitionsAHost: 1));

        Assert.StartsWith("Node node-", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("the nodes differ in version or files.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LeadAsync_AHostRefuses_SaysWhy()
    {
        var error = await Assert.ThrowsAnyAsync<SimulationFailedException>(() => engine.LeadAsync(
            Crowd(),
            [new HostShare("node-0", 0, 1), new HostShare("node-1", 1, 1)],
            new InMemoryCodec(),
            Patience,
            leader => engine.Refuse(1, leader, "The file t.0.et is not there."),
            null,
            null,
            TestContext.Current.CancellationToken));

        Assert.Equal("Node node-1: The file t.0.et is not there.", error.Message);
    }

    [Fact]
    public async Task LeadAsync_CancelledAtAnyMoment_FreesEveryHost()
    {
        // Where a host is when it hears of the end is a matter of threads, so it is tried many times.
        for (var round = 0; round < 40; round++)
        {
            using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            var free = new CountdownEvent(2);
            var end = 100 * round;
            var led = LeadAsync(() => Endless(upTo => Cancel(upTo == end)), hosts: 2, partitionsAHost: 1, () => free.Signal(), cancellation.Token);

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => led);
            Assert.True(free.Wait(Patience, TestContext.Current.CancellationToken), $"A host is still there {Patience.TotalSeconds} s after round {round} was cancelled.");

            void Cancel(bool isTime)
            {
                if (isTime)
                {
                    // On another thread: the clock must not wait for the actor that asks.
                    _ = cancellation.CancelAsync();
                }
            }
        }
    }

    // Every actor talks to its neighbour for ever; the first tells how many messages it has got.
    private static SimulationPlan Endless(Action<long> tell) => Plan(npus: 8, (actor, message) =>
    {
        if (actor.Id.Index == 0)
        {
            tell(message.Tag);
        }

        actor.Send(new ActorId((actor.Id.Index + 1) % 8), Lookahead, message with { Kind = MessageKind.Chunk, Tag = message.Tag + 1 });
    });

    // Every actor talks to its neighbours, and many at one time to the first.
    private static SimulationPlan Crowd() => Plan(npus: 24, (actor, message) =>
    {
        if (message.Tag >= 40)
        {
            actor.Finish();
            return;
        }

        var next = new Message { Kind = MessageKind.Chunk, Source = actor.Id.Index, Tag = message.Tag + 1, Size = new ByteSize(message.Tag) };
        actor.Send(new ActorId((actor.Id.Index + 1) % 24), Lookahead + new SimDuration(message.Tag % 7), next);
        if (message.Tag % 5 == 0)
        {
            actor.Send(new ActorId(0), Lookahead, next with { Tag = 40, Token = -3 });
        }
    });

    private static SimulationPlan Plan(int npus, Action<ScriptedActor, Message> onMessage)
    {
        var plan = new SimulationPlan(npus);
        plan.LimitLookahead(Lookahead);
        for (var npu = 0; npu < npus; npu++)
        {
            plan.Add($"npu/{npu}", npu, () => new ScriptedActor(onMessage));
        }

        return plan;
    }

    private static IEnumerable<(int, string)> Heard(EngineResult result) =>
        result.Reports.Cast<ScriptedActor.Heard>().OrderBy(heard => heard.Actor).Select(heard => (heard.Actor, string.Join(' ', heard.Messages)));

    private Task<EngineResult> LeadAsync(Func<SimulationPlan> plan, int hosts, int partitionsAHost) =>
        LeadAsync(plan, hosts, partitionsAHost, released: () => { }, TestContext.Current.CancellationToken);

    private Task<EngineResult> LeadAsync(Func<SimulationPlan> plan, int hosts, int partitionsAHost, Action released, CancellationToken cancellation)
    {
        var codec = new InMemoryCodec();
        var shares = Enumerable.Range(0, hosts).Select(host => new HostShare($"node-{host}", host * partitionsAHost, partitionsAHost)).ToArray();
        return engine.LeadAsync(
            plan(),
            shares,
            codec,
            Patience,
            leader =>
            {
                for (var host = 0; host < hosts; host++)
                {
                    engine.Host(plan(), hosts * partitionsAHost, host, shares[host], leader, codec, isRecorded: false, released);
                }
            },
            null,
            null,
            cancellation);
    }

    /// <summary>Keeps reports where another host of this process finds them.</summary>
    private sealed class InMemoryCodec : IReportCodec
    {
        private readonly ConcurrentDictionary<int, IReadOnlyList<object>> kept = new();
        private int made;

        public byte[] Encode(IReadOnlyList<object> reports)
        {
            var key = Interlocked.Increment(ref made);
            kept[key] = reports;
            return BitConverter.GetBytes(key);
        }

        public IReadOnlyList<object> Decode(ReadOnlyMemory<byte> reports) => kept[BitConverter.ToInt32(reports.Span)];
    }
}
