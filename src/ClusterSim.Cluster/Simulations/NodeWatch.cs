using ClusterSim.Cluster.Membership;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Cluster.Simulations;

/// <summary>
/// Follows the members of a cluster for one simulation, and ends it when a node goes that has a share of it, even before its host was
/// heard of. Safe to use from several threads.
/// </summary>
internal sealed class NodeWatch : IDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource ending = new();
    private readonly HashSet<(HostPort Address, int Incarnation)> gone = [];
    private readonly HashSet<(HostPort Address, int Incarnation)> silent = [];
    private HashSet<(HostPort Address, int Incarnation)> hosts = [];
    private TaskCompletionSource changed = NewSignal();
    private HostPort? lost;

    /// <summary>Set when such a node has gone.</summary>
    public CancellationToken Ending => ending.Token;

    /// <summary>Which of them has gone, or at least is silent; null: all are there.</summary>
    public HostPort? Lost
    {
        get
        {
            lock (gate)
            {
                return lost ?? hosts.FirstOrDefault(silent.Contains).Address;
            }
        }
    }

    /// <summary>Completes at the next change of members.</summary>
    public Task NextChange
    {
        get
        {
            lock (gate)
            {
                return changed.Task;
            }
        }
    }

    /// <summary>These have a share of the simulation.</summary>
    public void Watch(IEnumerable<ClusterMember> members)
    {
        lock (gate)
        {
            hosts = [.. members.Select(KeyOf)];
        }

        EndIfLost();
    }

    /// <summary>Something happened to a member.</summary>
    public void Take(MemberChange change)
    {
        lock (gate)
        {
            Note(change.Event, KeyOf(change.Member));
            changed.SetResult();
            changed = NewSignal();
        }

        EndIfLost();
    }

    public void Dispose() => ending.Dispose();

    private void Note(NodeEvent what, (HostPort Address, int Incarnation) member)
    {
        switch (what)
        {
            case NodeEvent.MemberGone:
                gone.Add(member);
                break;
            case NodeEvent.MemberUnreachable:
                silent.Add(member);
                break;
            case NodeEvent.MemberReachable:
                silent.Remove(member);
                break;
        }
    }

    private void EndIfLost()
    {
        lock (gate)
        {
            lost ??= hosts.FirstOrDefault(gone.Contains).Address;
            if (lost is null)
            {
                return;
            }
        }

        ending.Cancel();
    }

    private static (HostPort Address, int Incarnation) KeyOf(ClusterMember member) => (member.Address, member.Incarnation);

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
