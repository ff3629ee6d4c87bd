using ClusterSim.Engine.Hosts;
using ClusterSim.Engine.Sites;

namespace ClusterSim.Engine.Partitions;

/// <summary>
/// The partitions of one simulation on one host, which help each other: one that is through with its sites in a window
/// runs some of a peer that is not. So the slowest core, or the fullest partition, does not set the pace.
/// </summary>
internal sealed class Team
{
    private readonly int first;
    private readonly SiteSet[] members;

    private Team(int first, int memberCount)
    {
        this.first = first;
        members = new SiteSet[memberCount];
    }

    /// <summary>The team of a host; null where nobody can help.</summary>
    public static Team? Of(HostSetup host)
    {
        // Through Akka, messages are handled on the dispatcher of their actor; and on a core that several share, who helps one
        // keeps another from running.
        var count = host.Partitions.Count;
        return host.Transport == Transport.Fast && count > 1 && count <= Environment.ProcessorCount ? new Team(host.First, count) : null;
    }

    /// <summary>A partition takes part; before any window begins.</summary>
    public void Join(int partition, SiteSet sites) => members[partition - first] = sites;

    /// <summary>
    /// Runs what others have not come to. They are in the same window, or have not begun it: none ends it before the one
    /// that helps has.
    /// </summary>
    public void Help(int partition, long limit)
    {
        var own = partition - first;
        for (var distance = 1; distance < members.Length; distance++)
        {
            members[own].Help(members[(own + distance) % members.Length], limit);
        }
    }
}
