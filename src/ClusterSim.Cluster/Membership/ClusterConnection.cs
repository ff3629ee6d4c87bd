using System.Collections.Concurrent;
using Akka.Actor;
using ClusterSim.Cluster.Inputs;
using ClusterSim.Cluster.Status;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Cluster.Membership;

/// <summary>
/// A submitting process as a member of a running cluster. It has the role <see cref="NodeOptions.OwnerRole"/>: when the network is cut,
/// its side goes on, and nodes on the other side end their work and join anew. Disposing leaves the cluster.
/// </summary>
public sealed class ClusterConnection : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(HostPort Address, int Incarnation), ClusterMember> members = new();
    private readonly Action<MemberChange> changed;
    private readonly Action<string> warn;
    private readonly string version;
    private volatile bool isLeaving;
    private volatile string? otherVersion;

    private ClusterConnection(NodeOptions own, NodeParts parts, Action<MemberChange> changed, Action<string> warn)
    {
        this.changed = changed;
        this.warn = warn;
        version = parts.Version;
        System = ClusterSystem.Start(own, [NodeOptions.OwnerRole, .. own.Roles], own.Bind.Port, parts, warn);
        var load = new LoadMeter(TimeProvider.System, static () => Environment.CpuUsage.TotalTime);
        System.ActorOf(Props.Create(() => new NodeActor(own, new Dictionary<string, IActorRef>(StringComparer.Ordinal), load)), ActorNames.Node);
        System.ActorOf(Props.Create(() => new GateActor(parts.Version, RefuseOther)), ActorNames.Gate);
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
    public IReadOnlyList<ClusterMember> Members =>
        [.. members.Values.OrderBy(member => member.Address.ToString(), StringComparer.Ordinal).ThenBy(member => member.Incarnation)];

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
        var connection = new ClusterConnection(own, parts, changed, warn);
        try
        {
            var joining = new Joining(connection.System, [node], parts.Version);
            var outcome = await joining.RunAsync(bound, cancellation);
            return outcome == JoinOutcome.Up
                ? connection
                : throw new ClusterFailedException(connection.Reason(node, joining, own, bound));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
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

    private string Reason(HostPort node, Joining joining, NodeOptions own, TimeSpan bound)
    {
        if (joining.Refusal is { } refusal)
        {
            return Advice.OtherVersion(refusal.Seed.ToString(), refusal.Version, version);
        }

        return otherVersion ?? Advice.NoAnswer(node, $"waited {bound.TotalSeconds:0} s to become a member of its cluster", own);
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

    private void RefuseOther(string other, string theirs) => warn($"refused {other}: it runs version {theirs}, this cluster {version}");

    private void Meet(string other, string theirs) => otherVersion = Advice.OtherVersion(other, theirs, version);
}
