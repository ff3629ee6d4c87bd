using ClusterSim.Core.Messages;

namespace ClusterSim.Network.CongestionAware;

/// <summary>What the links of one actor did. A fully connected network has millions, so they are named when asked for.</summary>
public sealed class LinkReport
{
    private readonly string from;
    private readonly IReadOnlyList<int> neighbours;
    private readonly ArraySegment<Link> links;
    private readonly LinkQueue?[]? queues;

    internal LinkReport(ActorId actor, string from, IReadOnlyList<int> neighbours, ArraySegment<Link> links, LinkQueue?[]? queues)
    {
        Actor = actor;
        this.from = from;
        this.neighbours = neighbours;
        this.links = links;
        this.queues = queues;
    }

    /// <summary>The actor that holds them.</summary>
    public ActorId Actor { get; }

    /// <summary>Chunks that crossed them, together.</summary>
    public long Chunks => links.Sum(link => link.Chunks);

    /// <summary>The links in order of their slots, named like <c>link/3->4</c>.</summary>
    public IEnumerable<LinkStatistics> Links =>
        links.Select((link, slot) => LinkStatistics.Of($"{from}->{neighbours[slot]}", in link, queues?[slot]));
}
