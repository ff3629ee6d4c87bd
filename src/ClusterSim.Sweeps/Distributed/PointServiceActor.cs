using Akka.Actor;
using ClusterSim.Cluster.Experiments;
using ClusterSim.Cluster.Inputs;
using ClusterSim.Cluster.Services;
using ClusterSim.Engine.Actors;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Sweeps.Running;

namespace ClusterSim.Sweeps.Distributed;

/// <summary>Has a worker for each sweep that is announced to the node. Together they run as many points as the node has cores.</summary>
internal sealed class PointServiceActor : UntypedActor, IWithTimers
{
    // What kept a worker from its work may pass, such as a full disk.
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(60);

    private readonly NodeContext node;
    private readonly SlotPool slots;
    private readonly MemoryGuard memory;
    private readonly Lazy<Simulator> simulator = new(() => new Simulator());
    private readonly Dictionary<IActorRef, SweepAtWork> sweeps = [];
    private IActorRef? leaving;

    public PointServiceActor(NodeContext node)
    {
        this.node = node;
        slots = new(node.Options.Cores);
        memory = new(slots.Slots, node.Options.Limits.Memory?.Bytes);
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PostStop()
    {
        if (simulator.IsValueCreated)
        {
            simulator.Value.Dispose();
        }
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case SweepAnnounced announced when leaving is null:
                OnAnnounced(announced);
                break;
            case DescribeWork:
                _ = DescribeAsync([.. sweeps.Values]).PipeTo(Sender);
                break;
            case HandBackWork:
                HandBack();
                break;
            case Terminated terminated:
                OnTerminated(terminated.ActorRef);
                break;
            case TryAgain again:
                OnTryAgain(again.Owner);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    // Who announces is who hands out points. One whose worker found itself unfit gets none for a while.
    private void OnAnnounced(SweepAnnounced announced)
    {
        if (sweeps.ContainsKey(Sender))
        {
            return;
        }

        var owner = Sender;
        var setup = Setup(announced, owner.Path.Address);
        var worker = Context.ActorOf(ActorProducer.Props(() => new PointWorker(owner, setup)));
        sweeps.Add(owner, new(announced.Name, worker));
        Context.Watch(owner);
        Context.Watch(worker);
    }

    private WorkerSetup Setup(SweepAnnounced announced, Address owner)
    {
        var setup = new PointRunnerSetup
        {
            Node = node.Address.ToString(),
            Simulator = simulator.Value,
            Traces = new(),
            Limits = announced.Limits,
            Memory = memory,
        };
        return new WorkerSetup { Node = setup.Node, Slots = slots, Prepare = cancellation => PrepareAsync(setup, announced, owner, cancellation) };
    }

    private async Task<IPointRunner> PrepareAsync(PointRunnerSetup setup, SweepAnnounced announced, Address owner, CancellationToken cancellation)
    {
        try
        {
            return new PointRunner(setup, await ExperimentInputs.GetAsync(node.Inputs, announced.Experiment, owner, cancellation));
        }
        catch (InputUnavailableException unavailable)
        {
            throw new WorkerUnfitException($"Node {setup.Node} cannot work on {announced.Name}. {unavailable.Message}", unavailable);
        }
    }

    private void HandBack()
    {
        leaving = Sender;
        foreach (var sweep in sweeps.Values)
        {
            sweep.Worker.Tell(new PointWorker.Leave(""));
        }

        AnswerIfDone();
    }

    private void OnTerminated(IActorRef actor)
    {
        if (!sweeps.Remove(actor))
        {
            foreach (var (owner, sweep) in sweeps.Where(pair => pair.Value.Worker.Equals(actor)))
            {
                sweep.HasEnded = true;
                Timers.StartSingleTimer(owner, new TryAgain(owner), TryAgainAfter);
            }
        }

        AnswerIfDone();
    }

    private void OnTryAgain(IActorRef owner)
    {
        if (sweeps.TryGetValue(owner, out var sweep) && sweep.HasEnded)
        {
            Context.Unwatch(owner);
            sweeps.Remove(owner);
        }
    }

    private void AnswerIfDone()
    {
        if (leaving is not null && sweeps.Values.All(sweep => sweep.HasEnded))
        {
            leaving.Tell(WorkHandedBack.Instance);
        }
    }

    private static async Task<WorkDescription> DescribeAsync(IReadOnlyList<SweepAtWork> sweeps)
    {
        var texts = await Task.WhenAll(sweeps.Where(sweep => !sweep.HasEnded).Select(sweep => sweep.DescribeAsync()));
        return new(string.Join("; ", texts.Where(text => text.Length > 0)));
    }

    private sealed record TryAgain(IActorRef Owner);
}
