using System.Globalization;
using ClusterSim.Collectives.Results;
using ClusterSim.Core;

namespace ClusterSim.Hosting.Simulation;

/// <summary>Checks after every run that nothing was lost or made up on the way: an error here is one of the simulator's own.</summary>
internal static class Conservation
{
    /// <param name="npus">What all NPUs found.</param>
    /// <param name="crossed">How many chunks crossed links, together; null: there are no links.</param>
    public static void Check(IReadOnlyList<NpuReport> npus, ChunksCrossed? crossed)
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
        if (crossed is not null && hops + crossed.Detours != crossed.Chunks)
        {
            throw new SimulationFailedException(
                $"Chunks were not conserved: they had {hops + crossed.Detours} links to cross, and crossed {crossed.Chunks}.");
        }
    }
}
