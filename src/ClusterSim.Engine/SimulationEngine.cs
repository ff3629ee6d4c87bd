using Akka.Actor;
using Akka.Serialization;
using ClusterSim.Engine.Actors;
using ClusterSim.Engine.Clock;
using ClusterSim.Engine.Hosts;
using ClusterSim.Engine.Hosts.Messages;
using ClusterSim.Engine.Partitions;
using ClusterSim.Engine.Recording;
using ClusterSim.Engine.Recording.Remote;

namespace ClusterSim.Engine;

/// <summary>
/// Runs simulations on an actor system of its own, which opens no port. Safe to use from several threads: simulations that
/// run at the same time share nothing but the machine.
/// </summary>
public sealed class SimulationEngine : IDisposable
{
    private readonly ActorSystem system;
    private readonly bool ownsSystem;
    private readonly PartitionPool pool;
    private int simulations;

    /// <summary>An engine on an actor system of its own.</summary>
    public SimulationEngine()
        : this(EmbeddedSystem.Start())
    {
        ownsSystem = true;
    }

    /// <summary>The one engine on an actor system that others use too. On that of a cluster node it can share simulations with those of other nodes.</summary>
    public SimulationEngine(ActorSystem system)
    {
        this.system = system;
        pool = new PartitionPool(system);
    }

    /// <summary>Runs a simulation until no message is left.</summary>
    /// <param name="plan">Its actors.</param>
    /// <param name="partitions">Into how many partitions they are split; see <see cref="SimulationPlan.PartitionsFor"/>.</param>
    /// <param name="transport">How messages travel.</param>
    /// <param name="silenceTimeout">How long the partitions may show no progress.</param>
    /// <param name="sink">Takes what is recorded of it; null: nothing is.</param>
    /// <param name="progress">Told about twice a second how far it is; null: nobody.</param>
    /// <param name="cancellation">Ends it as soon as possible.</param>
    /// <exception cref="ClusterSim.Core.SimulationFailedException">An actor failed, or the partitions fell silent.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<EngineResult> RunAsync(
        SimulationPlan plan,
        int partitions,
        Transport transport,
        TimeSpan silenceTimeout,
        IRecordSink? sink,
        IProgress<EngineProgress>? progress,
        CancellationToken cancellation)
    {
        var count = plan.PartitionsFor(partitions);
        var rented = Rent(count);
        sink?.Begin(count);
        var setup = new ClockSetup
        {
            Plan = plan,
            Hosts = [new HostShare("this process", 0, count)],
            LocalHost = clock => new HostSetup
            {
                Plan = plan,
                PartitionCount = count,
                Host = 0,
                First = 0,
                Partitions = rented,
                Transport = transport,
                Clock = clock,
                Sink = sink,
                Released = () => Array.ForEach(rented, pool.Return),
            },
            SilenceTimeout = silenceTimeout,
            Sink = sink,
            Progress = progress,
            Outcome = new TaskCompletionSource<EngineResult>(TaskCreationOptions.RunContinuationsAsynchronously),
        };
        return await LeadAsync(setup, static _ => { }, cancellation).ConfigureAwait(false);
    }

    /// <summary>Leads a simulation whose partitions are hosted by other nodes.</summary>
    /// <param name="plan">Its actors; every node makes the same plan from the same experiment.</param>
    /// <param name="hosts">Which partitions each node hosts.</param>
    /// <param name="codec">Reads what they found.</param>
    /// <param name="silenceTimeout">How long the partitions may show no progress.</param>
    /// <param name="invite">Gets the path of the actor that leads, and asks the nodes to take part: see <see cref="Host"/>.</param>
    /// <param name="sink">Takes what they record; null: they are to record nothing.</param>
    /// <param name="progress">Told about twice a second how far it is; null: nobody.</param>
    /// <param name="cancellation">Ends it as soon as possible.</param>
    /// <exception cref="ClusterSim.Core.SimulationFailedException">
    /// An actor failed, a node left or is cut off, or the partitions fell silent.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<EngineResult> LeadAsync(
        SimulationPlan plan,
        IReadOnlyList<HostShare> hosts,
        IReportCodec codec,
        TimeSpan silenceTimeout,
        Action<string> invite,
        IRecordSink? sink,
        IProgress<EngineProgress>? progress,
        CancellationToken cancellation)
    {
        var intake = sink is null ? null : new RecordIntake(sink, hosts, plan.Actors.Count);
        var setup = new ClockSetup
        {
            Plan = plan,
            Hosts = hosts,
            Codec = codec,
            SilenceTimeout = silenceTimeout,
            Sink = sink,
            Intake = intake,
            Progress = progress,
            Outcome = new TaskCompletionSource<EngineResult>(TaskCreationOptions.RunContinuationsAsynchronously),
        };
        return intake is null
            ? await LeadAsync(setup, invite, cancellation).ConfigureAwait(false)
            : await intake.FollowAsync(LeadAsync(setup, invite, cancellation)).ConfigureAwait(false);
    }

    /// <summary>Hosts partitions of a simulation that another process leads.</summary>
    /// <param name="plan">Its actors.</param>
    /// <param name="partitions">Into how many partitions they are split on all nodes.</param>
    /// <param name="host">This host's number.</param>
    /// <param name="share">The partitions that are hosted here.</param>
    /// <param name="leader">The path of the actor that leads.</param>
    /// <param name="codec">Writes what the actors found.</param>
    /// <param name="isRecorded">Whether the leader wants to know what happens.</param>
    /// <param name="released">Called when all is over here.</param>
    public void Host(
        SimulationPlan plan, int partitions, int host, HostShare share, string leader, IReportCodec codec, bool isRecorded, Action released)
    {
        var rented = Rent(share.Count);
        var clock = Resolve(leader);
        var uplink = isRecorded ? new RecordUplink(clock) : null;
        uplink?.Begin(partitions);
        var setup = new HostSetup
        {
            Plan = plan,
            PartitionCount = partitions,
            Host = host,
            First = share.First,
            Partitions = rented,
            Transport = Transport.Fast,
            Clock = clock,
            Codec = codec,
            Sink = uplink,
            Released = () =>
            {
                Array.ForEach(rented, pool.Return);
                released();
            },
        };
        system.ActorOf(ActorProducer.Props(() => new PartitionHost(setup)), $"host-{Interlocked.Increment(ref simulations)}");
    }

    /// <summary>Tells the process that leads a simulation why this node cannot take part.</summary>
    public void Refuse(int host, string leader, string why) => Resolve(leader).Tell(new HostFailed(host, why));

    /// <summary>Ends an actor system of its own, and does not wait for its actors: they hold nothing that outlives them.</summary>
    public void Dispose()
    {
        if (ownsSystem)
        {
            _ = system.Terminate();
        }
    }

    private async Task<EngineResult> LeadAsync(ClockSetup setup, Action<string> invite, CancellationToken cancellation)
    {
        var clock = system.ActorOf(
            ActorProducer.Props(() => new VirtualClock(setup)), $"simulation-{Interlocked.Increment(ref simulations)}");
        try
        {
            await using (cancellation.Register(() => clock.Tell(VirtualClock.Cancel.Instance)))
            {
                invite(Serialization.SerializedActorPath(clock));
                return await setup.Outcome.Task.ConfigureAwait(false);
            }
        }
        finally
        {
            // The caller need not wait until a thousand actors have stopped.
            clock.Tell(PoisonPill.Instance);
        }
    }

    private Partition[] Rent(int count) => [.. Enumerable.Range(0, count).Select(_ => pool.Rent())];

    private IActorRef Resolve(string path) => ((ExtendedActorSystem)system).Provider.ResolveActorRef(path);
}
