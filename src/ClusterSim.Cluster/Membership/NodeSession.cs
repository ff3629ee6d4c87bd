using Akka.Actor;
using ClusterSim.Cluster.Inputs;
using ClusterSim.Cluster.Logging;
using ClusterSim.Cluster.Services;
using ClusterSim.Cluster.Status;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Cluster.Membership;

/// <summary>A node from one joining to the next: one actor system.</summary>
internal sealed class NodeSession
{
    private readonly NodeOptions options;
    private readonly NodeParts parts;
    private readonly Action<NodeReport> report;
    private readonly ActorSystem system;
    private readonly HostPort address;
    private volatile string? otherVersion;
    private volatile bool isEnding;

    /// <exception cref="ClusterFailedException">It cannot listen.</exception>
    public NodeSession(NodeOptions options, NodeParts parts, InputCache cache, LoadMeter load, Action<NodeReport> report, int port)
    {
        this.options = options;
        this.parts = parts;
        this.report = report;
        system = ClusterSystem.Start(options, options.Roles, port, parts, Warn);
        address = ClusterSystem.AddressOf(system);
        var services = StartServices(cache);
        system.ActorOf(Props.Create(() => new NodeActor(options, services, load)), ActorNames.Node);
        system.ActorOf(Props.Create(() => new GateActor(parts.Version, RefuseOther, GateActor.PageSize)), ActorNames.Gate);
        system.ActorOf(Props.Create(() => new MembershipActor(Tell, RefuseOther, Meet)), ActorNames.Members);
        CoordinatedShutdown.Get(system).AddTask(
            CoordinatedShutdown.PhaseBeforeServiceUnbind, "hand-back-work", () => HandingBack.RunAsync(services, Warn));
    }

    /// <summary>Whether it was a member.</summary>
    public bool HasBeenUp { get; private set; }

    /// <summary>Where the next session listens: a node that took any port keeps it, since others know it by that.</summary>
    public int PortToKeep => options.PublicPort is null ? address.Port : options.Bind.Port;

    /// <summary>Runs until it is to leave, or cannot go on.</summary>
    /// <returns>How the node ended; null: it is to join anew.</returns>
    public async Task<NodeEnd?> RunAsync(bool isRejoining, CancellationToken leave)
    {
        Report(NodeEvent.Joining, options.Seeds.Count == 0 ? "starts a cluster" : $"joins through {string.Join(", ", options.Seeds)}");
        var joining = new Joining(system, options.Seeds, parts.Version);
        try
        {
            var outcome = await joining.RunAsync(options.JoinTimeout, leave);
            return outcome switch
            {
                JoinOutcome.Up => await StayAsync(leave),
                JoinOutcome.OtherVersion => await RefusedAsync(joining.Refusal!.Value.Seed.ToString(), joining.Refusal.Value.Version),
                JoinOutcome.Removed => await EndedAsync(),
                _ => await NotJoinedAsync(isRejoining),
            };
        }
        catch (OperationCanceledException) when (leave.IsCancellationRequested)
        {
            return await LeaveAsync();
        }
    }

    private async Task<NodeEnd?> StayAsync(CancellationToken leave)
    {
        HasBeenUp = true;
        system.ActorOf(Props.Create(() => new SeedWatch(options.Seeds, options, parts)), ActorNames.SeedWatch);
        var members = AkkaCluster.Get(system).State.Members.Count;
        Report(NodeEvent.Up, $"is up, {(members == 1 ? "alone" : $"{members} members")}");
        await system.WhenTerminated.WaitAsync(leave);
        return await EndedAsync();
    }

    // The actor system has ended though nobody asked for that: the others have removed it, or the split brain resolver has.
    private async Task<NodeEnd?> EndedAsync()
    {
        await system.WhenTerminated;
        if (otherVersion is { } other)
        {
            Report(NodeEvent.Refused, other);
            return NodeEnd.Refused;
        }

        Report(NodeEvent.CutOff, "was cut off from the others: joins anew");
        return null;
    }

    private async Task<NodeEnd?> RefusedAsync(string seed, string version)
    {
        await EndAsync();
        Report(NodeEvent.Refused, Advice.OtherVersion(seed, version, parts.Version));
        return NodeEnd.Refused;
    }

    // A node that was up before waits on: a network may be cut for hours.
    private async Task<NodeEnd?> NotJoinedAsync(bool isRejoining)
    {
        await EndAsync();
        var message = Advice.NoAnswer(string.Join(", ", options.Seeds), $"waited {options.JoinTimeout.TotalSeconds:0} s to become a member", options);
        if (isRejoining)
        {
            Report(NodeEvent.Warning, message);
            return null;
        }

        Report(NodeEvent.NotJoined, message);
        return NodeEnd.NotJoined;
    }

    private async Task<NodeEnd?> LeaveAsync()
    {
        Report(NodeEvent.Leaving, "hands back its work and leaves");
        await EndAsync();
        Report(NodeEvent.Left, "has left");
        return NodeEnd.Left;
    }

    private async Task EndAsync()
    {
        isEnding = true;
        await CoordinatedShutdown.Get(system).Run(CoordinatedShutdown.ClrExitReason.Instance);
    }

    private Dictionary<string, IActorRef> StartServices(InputCache cache)
    {
        var inputs = new InputStore(system, system.ActorOf(Props.Create(() => new InputStoreActor(cache)), ActorNames.Inputs), cache.LinkFolder, options.AllowsPlugins);
        var context = new NodeContext(options, address, inputs);
        return parts.Services
            .Where(service => options.Roles.Contains(service.Role, StringComparer.Ordinal))
            .ToDictionary(service => service.Name, service => system.ActorOf(service.CreateProps(context), service.Name), StringComparer.Ordinal);
    }

    private void Tell(MemberChange change)
    {
        // Who leaves sees everybody else go.
        if (!isEnding)
        {
            report(new(change.Event, address, $"{change.Member.Address} {Words(change.Event)}") { Member = change.Member.Address.ToString() });
        }
    }

    private void RefuseOther(string other, string version) => report(
        new(NodeEvent.RefusedOther, address, $"refused {other}: it runs version {version}, this cluster {parts.Version}") { Member = other });

    private void Meet(string other, string version) => otherVersion = Advice.OtherVersion(other, version, parts.Version);

    private void Report(NodeEvent what, string message) => report(new(what, address, message));

    private void Warn(string line)
    {
        if (!HasBeenUp || !ConnectionTalk.Is(line))
        {
            report(new(NodeEvent.Warning, address, line));
        }
    }

    private static string Words(NodeEvent change) => change switch
    {
        NodeEvent.MemberUp => "is up",
        NodeEvent.MemberUnreachable => "is unreachable",
        NodeEvent.MemberReachable => "is reachable again",
        _ => "is gone",
    };
}
