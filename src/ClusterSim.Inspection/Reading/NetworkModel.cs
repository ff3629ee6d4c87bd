using ClusterSim.Core.Units;

namespace ClusterSim.Inspection.Reading;

/// <summary>Takes the time of a chunk on its way apart, by the formulas that the network priced it with.</summary>
/// <param name="IsCongestionAware">Whether chunks wait for links.</param>
/// <param name="Dimensions">Of the network, dimension 0 first.</param>
public sealed record NetworkModel(bool IsCongestionAware, IReadOnlyList<NetworkModel.Dimension> Dimensions)
{
    /// <summary>What a hop consists of.</summary>
    /// <param name="hop">A chunk, or the notice of its arrival, that a link sent, or that crossed a network without congestion.</param>
    public HopParts PartsOf(in MessageRow hop)
    {
        var size = new ByteSize(hop.Bytes);
        if (IsCongestionAware)
        {
            var link = Dimensions[0];
            var serialisation = link.Bandwidth.NsFor(size);
            var busy = SimDuration.Floor(serialisation).Ns;
            var free = SimDuration.Floor(link.LatencyNs + serialisation).Ns;
            return new HopParts(hop.DurationNs - free, busy, free - busy);
        }

        var crossed = Crossed(hop.Source, hop.Destination);
        var sending = Math.Min(hop.DurationNs, SimDuration.Floor(crossed.Bandwidth.NsFor(size)).Ns);
        return new HopParts(0, sending, hop.DurationNs - sending);
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
    public sealed record Dimension(string Topology, int Npus, Bandwidth Bandwidth, double LatencyNs);
}
