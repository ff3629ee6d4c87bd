using Akka.Actor;
using ClusterSim.Engine;
using ClusterSim.Engine.Actors;
using ClusterSim.Sweeps;
using ClusterSim.Sweeps.Journal;
using ClusterSim.Sweeps.Running;
using ClusterSim.Testing;
using ClusterSim.Tests.Hosting.Configuration;
using Xunit;

namespace ClusterSim.Tests.Sweeps.Running;

/// <summary>Owner and workers as actors, with points that answer as a test says.</summary>
public sealed class SweepOwnerTests : IDisposable
{
    private const int Points = 20;

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    private readonly InputFolder input = new();
    private readonly TemporaryFolder folder = new();
    private readonly ActorSystem system = EmbeddedSystem.Start();
    private readonly PointJournal journal;
    private readonly SweepJob job;

    public SweepOwnerTests()
    {
        var plan = SweepSamples.Plan(input, $"axes: [{{ network.latency: {{ from: 1, to: {Points}, step: 1 }} }}]");
        journal = PointJournal.Open(folder.PathOf("points.journal"));
        job = new SweepJob { Plan = plan, Ids = SweepSamples.Identify(plan), Journal = journal, States = new PointState[Points], Base = "base", WorkerTimeout = Bound };
    }

    public void Dispose()
    {
        _ = system.Terminate();
        journal.Dispose();
        folder.Dispose();
        input.Dispose();
    }

    [Fact]
    public async Task Run_EveryPointAnswers_KeepsEachOnce()
    {
        var owner = Owner();
        Worker(owner, "a", work => Task.FromResult(ScriptedRunner.Result(work)));
        Worker(owner, "b", work => Task.FromResult(ScriptedRunner.Result(work, work.Point == 3 ? "it failed" : null)));

        await job.Outcome.Task.WaitAsync(Bound, TestContext.Current.CancellationToken);

        Assert.All(Enumerable.Range(0, Points), point => Assert.Equal(point, Kept(point).Events));
    }

    [Fact]
    public async Task Run_WorkerThatEnds_LeavesItsPointsToAnother()
    {
        var owner = Owner();
        var hanging = new TaskCompletionSource();
        var worker = Worker(owner, "a", work =>
        {
            hanging.TrySetResult();
            return new TaskCompletionSource<PointResult>().Task;
        });
        await hanging.Task.WaitAsync(Bound, TestContext.Current.CancellationToken);
        Worker(owner, "b", work => Task.FromResult(ScriptedRunner.Result(work)));

        system.Stop(worker);

        await job.Outcome.Task.WaitAsync(Bound, TestContext.Current.CancellationToken);
        Assert.All(Enumerable.Range(0, Points), point => Assert.Equal("b", Kept(point).Node));
    }

    [Fact]
    public async Task Run_PointThatEndsEveryWorker_FailsAndTheOthersAreDone()
    {
        var owner = Owner();
        IActorRef? current = null;
        var lost = 0;
        for (var number = 0; number < 3; number++)
        {
            var ended = new TaskCompletionSource();
            current = Worker(owner, $"worker {number}", work =>
            {
                if (work.Point != 0)
                {
                    return Task.FromResult(ScriptedRunner.Result(work));
                }

                lost++;
                ended.TrySetResult();
                return new TaskCompletionSource<PointResult>().Task;
            }, slots: 1); // So that nothing else runs there when it ends.
            if (await Task.WhenAny(ended.Task, job.Outcome.Task).WaitAsync(Bound, TestContext.Current.CancellationToken) == job.Outcome.Task)
            {
                break;
            }

            await current.GracefulStop(Bound);
        }

        await job.Outcome.Task.WaitAsync(Bound, TestContext.Current.CancellationToken);
        Assert.Equal(2, lost);
        Assert.StartsWith("2 workers ended while they ran this point (worker 0, worker 1)", Kept(0).Error, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, Points - 1), point => Assert.Null(Kept(point).Error));
    }

    [Fact]
    public async Task Stop_WhilePointsRun_EndsTheSweepAndItsWorkers()
    {
        var owner = Owner();
        var worker = Worker(owner, "a", work => new TaskCompletionSource<PointResult>().Task);

        owner.Tell(SweepOwner.Stop.Instance);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.Outcome.Task.WaitAsync(Bound, TestContext.Current.CancellationToken));
        await worker.GracefulStop(Bound);
    }

    [Fact]
    public async Task Run_JournalCannotBeWritten_EndsTheSweepWithTheReason()
    {
        journal.Dispose();
        var owner = Owner();
        Worker(owner, "a", work => Task.FromResult(ScriptedRunner.Result(work)));

        await Assert.ThrowsAnyAsync<Exception>(() => job.Outcome.Task.WaitAsync(Bound, TestContext.Current.CancellationToken));
        Assert.True(job.Outcome.Task.IsFaulted);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Run_MessagesAreLostOnTheWay_KeepsEveryPointOnce(int seed)
    {
        var owner = Owner();
        var connection = system.ActorOf(ActorProducer.Props(() => new LossyConnection(owner, seed)));
        Worker(connection, "a", work => Task.FromResult(ScriptedRunner.Result(work)));

        await job.Outcome.Task.WaitAsync(Bound, TestContext.Current.CancellationToken);

        Assert.All(Enumerable.Range(0, Points), point => Assert.Equal(point, Kept(point).Events));
    }

    [Fact]
    public async Task Run_PointThatFails_IsToldWithWhatItSets()
    {
        var observer = new RecordingObserver();
        var owner = system.ActorOf(ActorProducer.Props(() => new SweepOwner(job with { Observer = observer })));

        Worker(owner, "a", work => Task.FromResult(ScriptedRunner.Result(work, work.Point == 3 ? "it failed" : null)));

        await job.Outcome.Task.WaitAsync(Bound, TestContext.Current.CancellationToken);
        var failure = Assert.Single(observer.Failures);
        Assert.Equal((3, "a", "it failed"), (failure.Point, failure.Node, failure.Reason));
        Assert.Equal([new("network.latency", "4")], failure.Values);
    }

    [Fact]
    public async Task Run_WorkerThatFindsItselfUnfit_LeavesEveryPointToOthersAndSaysWhy()
    {
        var observer = new RecordingObserver();
        var owner = system.ActorOf(ActorProducer.Props(() => new SweepOwner(job with { Observer = observer })));
        var unfit = Worker(owner, "a", work => Task.FromException<PointResult>(new WorkerUnfitException("its disk is full", new IOException())));
        await observer.Noted.WaitAsync(Bound, TestContext.Current.CancellationToken);

        Worker(owner, "b", work => Task.FromResult(ScriptedRunner.Result(work)));

        await job.Outcome.Task.WaitAsync(Bound, TestContext.Current.CancellationToken);
        Assert.Equal(["its disk is full"], observer.Notes);
        Assert.All(Enumerable.Range(0, Points), point => Assert.Equal("b", Kept(point).Node));
    }

    [Theory]
    [InlineData(true, "its disk is full")]
    [InlineData(false, "Node a cannot run points: something else")]
    public async Task Run_WorkerThatCannotPrepare_SaysWhy(bool isUnfit, string note)
    {
        var observer = new RecordingObserver();
        var owner = system.ActorOf(ActorProducer.Props(() => new SweepOwner(job with { Observer = observer })));
        Exception error = isUnfit ? new WorkerUnfitException("its disk is full", new IOException()) : new InvalidDataException("something else");
        var setup = Setup("a", work => Task.FromResult(ScriptedRunner.Result(work)), slots: 1) with { Prepare = _ => Task.FromException<IPointRunner>(error) };

        system.ActorOf(ActorProducer.Props(() => new PointWorker(owner, setup)));

        await observer.Noted.WaitAsync(Bound, TestContext.Current.CancellationToken);
        Assert.Equal(note, observer.Notes.First());
    }

    [Fact]
    public async Task Run_NoWorkerComes_EndsWithTheReason()
    {
        var observer = new RecordingObserver();
        var alone = job with { WorkerTimeout = TimeSpan.FromMilliseconds(1), Observer = observer };
        system.ActorOf(ActorProducer.Props(() => new SweepOwner(alone)));

        var failure = await Assert.ThrowsAsync<NoWorkersException>(() => alone.Outcome.Task.WaitAsync(Bound, TestContext.Current.CancellationToken));

        Assert.Contains("What is finished is kept", failure.Message, StringComparison.Ordinal);
        Assert.NotNull(observer.Last!.Waiting);
    }

    private IActorRef Owner() => system.ActorOf(ActorProducer.Props(() => new SweepOwner(job)));

    private IActorRef Worker(IActorRef owner, string node, Func<PointWork, Task<PointResult>> answer, int slots = 2) =>
        system.ActorOf(ActorProducer.Props(() => new PointWorker(owner, Setup(node, answer, slots))));

    private static WorkerSetup Setup(string node, Func<PointWork, Task<PointResult>> answer, int slots) => new()
    {
        Node = node,
        Slots = new SlotPool(slots),
        Prepare = _ => Task.FromResult<IPointRunner>(new ScriptedRunner(node, answer)),
        Interval = TimeSpan.FromMilliseconds(20),
    };

    private PointResult Kept(int point) => journal.Find(job.Ids.Run(point))!.Result;
}
