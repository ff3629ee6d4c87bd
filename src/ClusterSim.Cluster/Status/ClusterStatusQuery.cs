using Akka.Actor;
using ClusterSim.Cluster.Membership;
using ClusterSim.Cluster.Wire.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Cluster.Status;

/// <summary>
/// Asks a node how its cluster is, without becoming a member: a health check that joins every few seconds would itself be most of what
/// happens in a cluster.
/// </summary>
public sealed class ClusterStatusQuery
{
    // An answer waits for members that do not answer; what is lost on the way is asked for again.
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    private readonly NodeOptions own;
    private readonly NodeParts parts;

    /// <param name="own">How this process talks to others: TLS and the size of messages.</param>
    /// <param name="parts">What the program puts into its nodes.</param>
    public ClusterStatusQuery(NodeOptions own, NodeParts parts)
    {
        this.own = own;
        this.parts = parts;
    }

    /// <summary>Asks a node, within a bound.</summary>
    /// <exception cref="ClusterFailedException">It did not answer.</exception>
    public async Task<ClusterStatus> AskAsync(HostPort node, TimeSpan bound, CancellationToken cancellation)
    {
        using var system = ClusterSystem.Start(own, roles: null, own.Bind.Port, parts, warn: static _ => { });
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(bound);
        try
        {
            var gate = system.ActorSelection(new RootActorPath(ClusterSystem.ToAkka(system, node)) / "user" / ActorNames.Gate);
            return await AskAllAsync(gate, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ClusterFailedException(Advice.NoAnswer(node, $"waited {bound.TotalSeconds:0} s for the status of its cluster", own));
        }
    }

    /// <summary>Asks a gate for one page after the other.</summary>
    internal static async Task<ClusterStatus> AskAllAsync(ActorSelection gate, CancellationToken cancellation)
    {
        var members = new List<MemberStatus>();
        while (true)
        {
            var reply = await AskPageAsync(gate, members.Count, cancellation);
            members.AddRange(reply.Members.Select(Read));
            if (reply.Members.Count == 0 || members.Count >= reply.MemberCount)
            {
                return new(reply.Version, members);
            }
        }
    }

    private static async Task<StatusReply> AskPageAsync(ActorSelection gate, int first, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await gate.Ask<StatusReply>(new StatusRequest { First = first }, Round, cancellation);
            }
            catch (AskTimeoutException)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    private static MemberStatus Read(MemberEntry entry) => new(
        entry.Address,
        entry.State,
        [.. entry.Roles],
        entry.Version,
        entry.HasAnswered
            ? new(
                entry.Cores,
                entry.Load,
                new ByteSize(entry.MemoryBytes),
                entry.MemoryLimitBytes == 0 ? null : new ByteSize(entry.MemoryLimitBytes),
                TimeSpan.FromMilliseconds(entry.UptimeMs),
                [.. entry.Work])
            : null);
}
