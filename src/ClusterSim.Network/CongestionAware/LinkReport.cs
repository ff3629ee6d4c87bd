using System.Globalization;
using ClusterSim.Core.Messages;

namespace ClusterSim.Network.CongestionAware;

/// <summary>What the links of one actor did. A fully connected network has millions, so they are named when asked for.</summary>
public sealed class LinkReport
{
    private readonly string from;
    private readonly IReadOnlyList<int> neighbours;
    private readonly ArraySegment<Link> links;
    private readonly LinkQueue?[]? queues;
    private readonly Func<int, string>? labelOf;

    /// <param name="actor">The actor that holds the links.</param>
    /// <param name="from">What their names begin with.</param>
    /// <param name="neighbours">The devices that they lead to.</param>
    /// <param name="links">They.</param>
    /// <param name="queues">What waited for each; null, or empty places: nothing did, or it was not recorded.</param>
    /// <param name="labelOf">What their names end with, by device; null: its number.</param>
    internal LinkReport(
        ActorId actor,
        string from,
        IReadOnlyList<int> neighbours,
        ArraySegment<Link> links,
        LinkQueue?[]? queues,
        Func<int, string>? labelOf = null)
    {
        Actor = actor;
        this.from = from;
        this.neighbours = neighbours;
        this.links = links;
        this.queues = queues;
        this.labelOf = labelOf;
    }

    /// <summary>The actor that holds them.</summary>
    public ActorId Actor { get; }

    /// <summary>Chunks that crossed them, together.</summary>
    public long Chunks => links.Sum(link => link.Chunks);

    /// <summary>
    /// How many more links chunks have to cross than when they left their NPU, since links went down or came up in the course of the run;
    /// negative where ways became shorter.
    /// </summary>
    public long Detours { get; internal init; }

    /// <summary>The links in order of their slots, named like <c>link/3->4</c>.</summary>
    public IEnumerable<LinkStatistics> Links =>
        links.Select((link, slot) => LinkStatistics.Of(NameOf(slot), in link, queues?[slot]));

    private string NameOf(int slot) => $"{from}->{labelOf?.Invoke(neighbours[slot]) ?? Number(neighbours[slot])}";

    private static string Number(int device) => device.ToString(CultureInfo.InvariantCulture);
}
