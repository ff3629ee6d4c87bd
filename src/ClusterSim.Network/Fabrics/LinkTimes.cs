using ClusterSim.Core.Units;
using ClusterSim.Network.Options;

namespace ClusterSim.Network.Fabrics;

/// <summary>What a link, or several that are alike, can do in the course of a run. Immutable.</summary>
internal sealed class LinkTimes
{
    private readonly SimTime[] starts;
    private readonly LinkTerms[] terms;
    private readonly bool[] up;

    /// <param name="first">What holds from the start.</param>
    /// <param name="changes">What becomes of it, in the order of their times.</param>
    public LinkTimes(LinkTerms first, params IReadOnlyList<LinkChange> changes)
    {
        starts = new SimTime[changes.Count + 1];
        terms = new LinkTerms[starts.Length];
        up = new bool[starts.Length];
        terms[0] = first;
        up[0] = true;
        for (var i = 1; i < starts.Length; i++)
        {
            var change = changes[i - 1];
            starts[i] = change.At;
            terms[i] = new LinkTerms(change.Bandwidth ?? terms[i - 1].Bandwidth, change.LatencyNs ?? terms[i - 1].LatencyNs);
            up[i] = change.IsUp ?? up[i - 1];
        }
    }

    /// <summary>What holds from the start.</summary>
    public LinkTerms First => terms[0];

    /// <summary>The shortest latency that it ever has.</summary>
    public double LeastLatencyNs => terms.Min(term => term.LatencyNs);

    /// <summary>The times at which it goes down or comes up.</summary>
    public IEnumerable<SimTime> Turns => Enumerable.Range(1, starts.Length - 1).Where(i => up[i] != up[i - 1]).Select(i => starts[i]);

    /// <summary>Whether it takes chunks at a time.</summary>
    public bool IsUpAt(SimTime time) => starts.Length == 1 || up[PlaceOf(time)];

    /// <summary>What it can do at a time.</summary>
    /// <param name="time">The time.</param>
    /// <param name="until">From then on it may be something else.</param>
    /// <returns>Null: it is down.</returns>
    public LinkTerms? At(SimTime time, out SimTime until)
    {
        var place = PlaceOf(time);
        until = place + 1 < starts.Length ? starts[place + 1] : SimTime.Never;
        return up[place] ? terms[place] : null;
    }

    // The last one that has begun. A link changes a few times, if at all.
    private int PlaceOf(SimTime time)
    {
        var place = starts.Length - 1;
        while (starts[place] > time)
        {
            place--;
        }

        return place;
    }
}
