using ClusterSim.Core.Units;

namespace ClusterSim.Network.CongestionAware;

/// <summary>What one link did in a simulation.</summary>
/// <param name="Name">Its name: <c>link/3->4</c>.</param>
/// <param name="Chunks">Chunks that crossed it.</param>
/// <param name="Carried">Data that crossed it.</param>
/// <param name="Busy">Time in which it was sending.</param>
/// <param name="Queued">Time that chunks waited for it, together.</param>
/// <param name="PeakQueue">Most chunks that waited for it at once; 0 if the run was not recorded.</param>
public sealed record LinkStatistics(string Name, long Chunks, ByteSize Carried, SimDuration Busy, SimDuration Queued, int PeakQueue)
{
    internal static LinkStatistics Of(string name, in Link link, LinkQueue? queue) =>
        new(name, link.Chunks, link.Carried, link.Busy, link.Queued, queue?.Peak ?? 0);
}
