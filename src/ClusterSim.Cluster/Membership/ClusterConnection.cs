using System.Collections.Concurrent;
using Akka.Actor;
using ClusterSim.Cluster.Inputs;
using ClusterSim.Cluster.Logging;
using ClusterSim.Cluster.Status;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Cluster.Membership;

/// <summary>
/// A submitting process as a member of a running cluster, with the role <see cref="NodeOptions.OwnerRole"/>. When the network is cut, the
/// larger side goes on; who is on the other side is no member any more, and joins anew. Disposing leaves the cluster.
/// </summary>
public sealed class ClusterConnection : IAsyncDisposable
{
    // Joining takes a second or two.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(HostPort Address, int Incarnation), ClusterMember> members = new();
    private readonly Action<MemberChange> changed;
    private readonly Action<string> warn;
    private readonly NodeParts parts;
    private readonly string version;
    private volatile bool isLeaving;
    private volatile string? otherVersion;
    private volatile string? brokenConnection;

    private ClusterConnection(NodeOptions own, NodeParts parts, Action<MemberChange> changed, Action<string> warn)
    {
        this.changed = changed;
        this.warn = warn;
        this.parts = parts;
        version = parts.Version;
        System = ClusterSystem.Start(own, [NodeOptions.OwnerRole, .. own.Roles], own.Bind.Port, parts, Warn);
        var load = new LoadMeter(TimeProvider.System, static () => Environment.CpuUsage.TotalTime);
        System.ActorOf(Props.Create(() => new NodeActor(own, new Dictionary<string, IActorRef>(StringComparer.Ordinal), load)), ActorNames.Node);
        System.ActorOf(Props.Create(() => new GateActor(parts.Version, RefuseOther, GateActor.PageSize)), ActorNames.Gate);
        System.ActorOf(Props.Create(() => new InputSourceActor(Inputs)), ActorNames.InputSource);
        System.ActorOf(Props.Create(() => new MembershipActor(Take, RefuseOther, Meet)), ActorNames.Members);
    }

    /// <summary>Where the process has its actors.</summary>
    public ActorSystem System { get; }

    /// <summary>Where other members reach this process.</summary>
    public HostPort Address => ClusterSystem.AddressOf(System);

    /// <summary>Offers files to the nodes.</summary>
    public InputSource Inputs { get; } = new();

    /// <summary>The other members that are up now, in the order of their addresses; silent ones are among them until they are given up.</summary>
    public IReadOnlyList<ClusterMember> Members => InOrder(members.Values);

    /// <summary>The other members that are up and reachable now, in the order of their addresses; none that has been up for long is left out.</summary>
    public async Task<IReadOnlyList<ClusterMember>> ReachableMembersAsync(CancellationToken cancellation)
    {
        var found = new TaskCompletionSource<IReadOnlyList<ClusterMember>>(TaskCreationOptions.RunContinuationsAsynchronously);
        System.ActorOf(Props.Create(() => new MemberSnapshot(found)));
        return InOrder(await found.Task.WaitAsync(cancellation));
    }

    /// <summary>Completes when this process is no member any more, be it that it left or that it was given up; then connect anew.</summary>
    public Task Ended => System.WhenTerminated;

    /// <summary>Joins the cluster of a node.</summary>
    /// <param name="node">Any node of it.</param>
    /// <param name="own">How this process is reached: address, TLS. Its port may be 0. What it has of seeds does not count.</param>
    /// <param name="parts">What the program puts into its nodes.</param>
    /// <param name="changed">Told of members that come, go, fall silent and are heard again; from several threads. Those that are there are told of first.</param>
    /// <param name="warn">Gets what else should be known, a line each.</param>
    /// <param name="bound">How long it may take.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="InvalidInputException">The node is on another machine, which cannot reach this process.</exception>
    /// <exception cref="ClusterFailedException">The node does not answer, or runs another version.</exception>
    public static async Task<ClusterConnection> JoinAsync(
        HostPort node,
        NodeOptions own,
        NodeParts parts,
        Action<MemberChange> changed,
        Action<string> warn,
        TimeSpan bound,
        CancellationToken cancellation)
    {
        RequireReachable(node, own);
        await using var patience = TimeProvider.System.CreateTimer(
            _ => warn($"waits for an answer from {node}, at most {bound.TotalSeconds:0} s"), state: null, Patience, Timeout.InfiniteTimeSpan);
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var connection = new ClusterConnection(own, parts, changed, warn);
            try
            {
                if (await connection.JoinAsync(node, own, bound, start, cancellation))
                {
                    return connection;
                }
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }

            await connection.DisposeAsync();
        }
    }

    /// <summary>A service of a member.</summary>
    public ActorSelection ServiceOf(ClusterMember member, string service) =>
        System.ActorSelection(new RootActorPath(ClusterSystem.ToAkka(System, member.Address)) / "user" / service);

    public async ValueTask DisposeAsync()
    {
        isLeaving = true;
        await CoordinatedShutdown.Get(System).Run(CoordinatedShutdown.ClrExitReason.Instance);
    }

    private static IReadOnlyList<ClusterMember> InOrder(IEnumerable<ClusterMember> members) =>
        [.. members.OrderBy(member => member.Address.ToString(), StringComparer.Ordinal).ThenBy(member => member.Incarnation)];

    // Nodes talk to the submitting process too; one that only its own machine reaches would be given up at once.
    private static void RequireReachable(HostPort node, NodeOptions own)
    {
        if (!node.IsLoopback && own.Bind.IsLoopback && own.PublicHost is null)
        {
            throw new InvalidInputException(
                node.ToString(),
                $"The cluster is on other machines, which cannot reach this process on {own.Bind.Host}.",
                "Give a node file with host and tls (or insecure-network) for this process.");
        }
    }

    // Returns whether it is a member. A cluster that gives up members, as after another submitting process was killed, may give up one that
    // joins with them: that one is to try again.
    private async Task<bool> JoinAsync(HostPort node, NodeOptions own, TimeSpan bound, long start, CancellationToken cancellation)
    {
        var left = bound - TimeProvider.System.GetElapsedTime(start);
        var joining = new Joining(System, [node], version);
        var outcome = await joining.RunAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellation);
        var isMember = outcome == JoinOutcome.Up;
        if (isMember)
        {
            IReadOnlyList<HostPort> seeds = [node];
            System.ActorOf(Props.Create(() => new SeedWatch(seeds, own, parts)), ActorNames.SeedWatch);
        }

        return isMember || (outcome == JoinOutcome.Removed && otherVersion is null)
            ? isMember
            : throw new ClusterFailedException(Reason(node, joining, own, bound));
    }

    private string Reason(HostPort node, Joining joining, NodeOptions own, TimeSpan bound)
    {
        if (joining.Refusal is { } refusal)
        {
            return Advice.OtherVersion(refusal.Seed.ToString(), refusal.Version, version);
        }

        var last = brokenConnection is null ? "" : $" The last that went wrong: {brokenConnection}";
        return otherVersion ?? Advice.NoAnswer(node, $"waited {bound.TotalSeconds:0} s to become a member of its cluster", own) + last;
    }

    private void Take(MemberChange change)
    {
        if (isLeaving)
        {
            return;
        }

        var key = (change.Member.Address, change.Member.Incarnation);
        if (change.Event == NodeEvent.MemberUp)
        {
            members[key] = change.Member;
        }
        else if (change.Event == NodeEvent.MemberGone)
        {
            members.TryRemove(key, out _);
        }

        changed(change);
    }

    private void Warn(string line)
    {
        if (ConnectionTalk.Is(line))
        {
            brokenConnection = line;
        }
        else
        {
            warn(line);
        }
    }

    private void RefuseOther(string other, string theirs) => warn($"refused {other}: it runs version {theirs}, this cluster {version}");

    private void Meet(string other, string theirs) => otherVersion = Advice.OtherVersion(other, theirs, version);
}
