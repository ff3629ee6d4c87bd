using Akka.Actor;
using Akka.Cluster;
using ClusterSim.Cluster.Membership;
using ClusterSim.Cluster.Wire.Messages;

namespace ClusterSim.Cluster.Status;

/// <summary>
/// Answers who is no member: whether its version fits, and how the cluster is. Speaks Protobuf, so that processes of other versions
/// understand it.
/// </summary>
/// <param name="version">Of this process.</param>
/// <param name="refused">Told of processes of another version: address and version.</param>
/// <param name="pageSize">How many members an answer tells of; more than <see cref="PageSize"/> would not fit into a message.</param>
internal sealed class GateActor(string version, Action<string, string> refused, int pageSize) : UntypedActor
{
    /// <summary>The members that an answer tells of, as a rule.</summary>
    public const int PageSize = 50;

    private const int LongestVersion = 200;

    private static readonly TimeSpan MemberBound = TimeSpan.FromSeconds(2);

    private readonly AkkaCluster cluster = AkkaCluster.Get(Context.System);
    private readonly ActorSystem system = Context.System;

    // Whoever asks while an answer is being found gets that one, so that no number of strangers makes the node ask its members more often.
    private readonly Dictionary<int, Task<StatusReply>> answers = [];

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Hello hello:
                Greet(hello);
                break;
            case StatusRequest request:
                Describe(Math.Max(0, request.First));
                break;
            case Described described:
                answers.Remove(described.First);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Greet(Hello hello)
    {
        var fits = hello.Version == version;
        Sender.Tell(new HelloAnswer { Version = version, IsWelcome = fits });
        if (!fits)
        {
            var given = hello.Version.Length > LongestVersion ? hello.Version[..LongestVersion] : hello.Version;
            var address = Sender.Path.Address;
            refused(address.Host is null ? "somebody who does not say who it is" : ClusterSystem.ToPeople(address).ToString(), given);
        }
    }

    private void Describe(int first)
    {
        if (!answers.TryGetValue(first, out var answer))
        {
            answer = DescribeAsync(first);
            answers.Add(first, answer);
            _ = answer.ContinueWith(_ => new Described(first), TaskScheduler.Default).PipeTo(Self);
        }

        _ = answer.PipeTo(Sender);
    }

    private async Task<StatusReply> DescribeAsync(int first)
    {
        var state = cluster.State;
        var silent = state.Unreachable.Select(member => member.UniqueAddress).ToHashSet();
        var members = state.Members.Union(state.Unreachable)
            .OrderBy(member => member.Address.ToString(), StringComparer.Ordinal)
            .ThenBy(member => member.UniqueAddress.Uid)
            .ToList();
        var page = members.Skip(first).Take(pageSize);
        var entries = await Task.WhenAll(page.Select(member => EntryAsync(member, silent.Contains(member.UniqueAddress))));
        var reply = new StatusReply { Version = version, MemberCount = members.Count };
        reply.Members.AddRange(entries);
        return reply;
    }

    private async Task<MemberEntry> EntryAsync(Member member, bool isSilent)
    {
        var entry = new MemberEntry
        {
            Address = ClusterSystem.ToPeople(member.Address).ToString(),
            State = isSilent ? "unreachable" : member.Status.ToString().ToLowerInvariant(),
            Version = member.AppVersion.Version,
        };
        entry.Roles.AddRange(member.Roles.Where(role => !role.StartsWith("dc-", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        if (!isSilent && await AskAsync(member) is { } description)
        {
            entry.HasAnswered = true;
            entry.Cores = description.Cores;
            entry.Load = description.Load;
            entry.MemoryBytes = description.MemoryBytes;
            entry.MemoryLimitBytes = description.MemoryLimitBytes;
            entry.UptimeMs = description.UptimeMs;
            entry.Work.AddRange(description.Work);
        }

        return entry;
    }

    private async Task<NodeDescription?> AskAsync(Member member)
    {
        try
        {
            var node = system.ActorSelection(new RootActorPath(member.Address) / "user" / ActorNames.Node);
            return await node.Ask<NodeDescription>(new DescribeNode(), MemberBound);
        }
        catch (AskTimeoutException)
        {
            return null;
        }
    }

    private sealed record Described(int First);
}
