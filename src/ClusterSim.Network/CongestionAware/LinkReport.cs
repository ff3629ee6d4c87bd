namespace ClusterSim.Network.CongestionAware;

/// <summary>What the links of one actor did. A fully connected network has millions, so they are named when asked for.</summary>
public sealed class LinkReport
{
    private readonly string from;
    private readonly IReadOnlyList<int> neighbours;
    private readonly ArraySegment<Link> links;

    internal LinkReport(string from, IReadOnlyList<int> neighbours, ArraySegment<Link> links)
    {
        this.from = from;
        this.neighbours = neighbours;
        this.links = links;
    }

    /// <summary>Chunks that crossed them, together.</summary>
    public long Chunks => links.Sum(link => link.Chunks);

    /// <summary>The links in order of their slots, named like <c>link/3->4</c>.</summary>
    public IEnumerable<LinkStatistics> Links =>
        links.Select((link, slot) => LinkStatistics.Of($"{from}->{neighbours[slot]}", in link));
}
