using ClusterSim.Core.Units;
using ClusterSim.Network.Options;

namespace ClusterSim.Network.CongestionAware;

/// <summary>What it takes to bring a chunk of some size over a link that is free.</summary>
/// <param name="Size">The chunk's size.</param>
/// <param name="Busy">How long the link is sending: floor(size / bandwidth).</param>
/// <param name="Duration">Until all of it has arrived: floor(latency + size / bandwidth).</param>
internal readonly record struct Transfer(ByteSize Size, SimDuration Busy, SimDuration Duration)
{
    public static Transfer Over(LinkTerms link, ByteSize size)
    {
        var serialisationNs = link.Bandwidth.NsFor(size);
        return new Transfer(size, SimDuration.Floor(serialisationNs), SimDuration.Floor(link.LatencyNs + serialisationNs));
    }
}
