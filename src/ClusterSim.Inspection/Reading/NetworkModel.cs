using System.Globalization;
using ClusterSim.Core.Units;

namespace ClusterSim.Inspection.Reading;

/// <summary>Takes the time of a chunk on its way apart, by the formulas that the network priced it with.</summary>
/// <param name="IsCongestionAware">Whether chunks wait for links.</param>
/// <param name="Dimensions">Of the network, dimension 0 first; none: it is a graph.</param>
public sealed record NetworkModel(bool IsCongestionAware, IReadOnlyList<NetworkModel.Dimension> Dimensions)
{
    internal const string SwitchPrefix = "switch/";

    /// <summary>The links of a graph by name, as they are at the start.</summary>
    public IReadOnlyDictionary<string, Link> Links { get; init; } = new Dictionary<string, Link>(StringComparer.Ordinal);

    /// <summary>What becomes of links in the course of the run, in order of time.</summary>
    public IReadOnlyList<Change> Changes { get; init; } = [];

    /// <summary>How many NPUs the dimensions have.</summary>
    public int NpuCount => Dimensions.Aggregate(1, (count, dimension) => count * dimension.Npus);

    /// <summary>Whether all links are alike all the time, or there are none.</summary>
    public bool HasEqualLinks => !IsCongestionAware || (Dimensions.Count == 1 && Changes.Count == 0);

    /// <summary>What a hop consists of.</summary>
    /// <param name="hop">A chunk, or the notice of its arrival, that a link sent, or that crossed a network without congestion.</param>
    public HopParts PartsOf(in MessageRow hop)
    {
        if (IsCongestionAware)
        {
            return PartsOf(in hop, Dimensions[0].Links);
        }

        var size = new ByteSize(hop.Bytes);
        var crossed = Crossed(hop.Source, hop.Destination);
        var sending = Math.Min(hop.DurationNs, SimDuration.Floor(crossed.Bandwidth.NsFor(size)).Ns);
        return new HopParts(0, sending, hop.DurationNs - sending);
    }

    /// <summary>What a hop over a link consists of.</summary>
    /// <param name="hop">A chunk, or the notice of its arrival, that a link sent.</param>
    /// <param name="from">What the link's name begins with: <c>link/3</c>, <c>switch/0</c>.</param>
    /// <param name="to">What it ends with.</param>
    public HopParts PartsOf(in MessageRow hop, string from, string to)
    {
        var name = $"{from}->{to}";
        var link = Links.TryGetValue(name, out var own) ? own : DimensionOf(from, to).Links;
        foreach (var change in Changes)
        {
            if (change.AtNs <= hop.SentNs && change.Name == name)
            {
                link = new Link(change.Bandwidth ?? link.Bandwidth, change.LatencyNs ?? link.LatencyNs);
            }
        }

        return PartsOf(in hop, link);
    }

    private static HopParts PartsOf(in MessageRow hop, Link link)
    {
        var serialisation = link.Bandwidth.NsFor(new ByteSize(hop.Bytes));
        var busy = SimDuration.Floor(serialisation).Ns;
        var free = SimDuration.Floor(link.LatencyNs + serialisation).Ns;
        return new HopParts(hop.DurationNs - free, busy, free - busy);
    }

    // Between NPUs, the one in which they differ. Switches are numbered dimension by dimension, in names of links to them after the NPUs.
    private Dimension DimensionOf(string from, string to)
    {
        var isFromSwitch = from.StartsWith(SwitchPrefix, StringComparison.Ordinal);
        var start = int.Parse(from[(from.IndexOf('/', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
        var end = int.Parse(to, CultureInfo.InvariantCulture);
        if (!isFromSwitch && end < NpuCount)
        {
            return Crossed(start, end);
        }

        var number = isFromSwitch ? start : end - NpuCount;
        return Dimensions.First(dimension => (number -= dimension.Switches) < 0);
    }

    // The first dimension in which the ends differ.
    private Dimension Crossed(int source, int destination)
    {
        foreach (var dimension in Dimensions)
        {
            if (source % dimension.Npus != destination % dimension.Npus)
            {
                return dimension;
            }

            source /= dimension.Npus;
            destination /= dimension.Npus;
        }

        return Dimensions[^1];
    }

    /// <summary>A dimension of the network.</summary>
    /// <param name="Topology">Its name in network files.</param>
    /// <param name="Npus">How many NPUs differ in this coordinate only.</param>
    /// <param name="Bandwidth">Of each link.</param>
    /// <param name="LatencyNs">Of each link, in nanoseconds, not rounded.</param>
    public sealed record Dimension(string Topology, int Npus, Bandwidth Bandwidth, double LatencyNs)
    {
        /// <summary>How many switches all its groups have together.</summary>
        public int Switches { get; init; }

        internal Link Links => new(Bandwidth, LatencyNs);
    }

    /// <summary>What a link can do.</summary>
    /// <param name="Bandwidth">Of the link.</param>
    /// <param name="LatencyNs">In nanoseconds, not rounded.</param>
    public readonly record struct Link(Bandwidth Bandwidth, double LatencyNs);

    /// <summary>What becomes of a link.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="AtNs">When.</param>
    /// <param name="Bandwidth">From then on; null: as before.</param>
    /// <param name="LatencyNs">From then on, not rounded; null: as before.</param>
    public sealed record Change(string Name, long AtNs, Bandwidth? Bandwidth, double? LatencyNs);
}
