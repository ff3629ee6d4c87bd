using System.Globalization;
using ClusterSim.Collectives.Results;
using ClusterSim.Core;
using ClusterSim.Network.CongestionAware;

namespace ClusterSim.Hosting.Simulation;

/// <summary>Checks after every run that nothing was lost or made up on the way: an error here is one of the simulator's own.</summary>
internal static class Conservation
{
    public static void Check(IReadOnlyList<NpuReport> npus, IReadOnlyList<LinkReport> links)
    {
        // Each NPU's fit 63 bits, all together may not.
        var sent = npus.Aggregate((Int128)0, (sum, npu) => sum + npu.Sent.Bytes);
        var arrived = npus.Aggregate((Int128)0, (sum, npu) => sum + npu.Arrived.Bytes);
        if (sent != arrived)
        {
            throw new SimulationFailedException(
                string.Create(CultureInfo.InvariantCulture, $"Data was not conserved: NPUs sent {sent:N0} B, and {arrived:N0} B arrived."));
        }

        var hops = npus.Sum(npu => npu.Hops);
        var crossed = links.Sum(link => link.Chunks);
        if (links.Count > 0 && hops != crossed)
        {
            throw new SimulationFailedException($"Chunks were not conserved: they had {hops} links to cross, and crossed {crossed}.");
        }
    }
}
