using System.Globalization;
using ClusterSim.Collectives.Results;
using ClusterSim.Core;

namespace ClusterSim.Hosting.Simulation;

/// <summary>
/// Checks after every run that nothing was lost or made up on the way: an error here is one of the simulator's own, or of a plug-in.
/// </summary>
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

    /// <summary>Checks that algorithms of plug-ins asked for all that they sent.</summary>
    /// <param name="npus">What all NPUs found.</param>
    /// <param name="plugins">The files of the plug-ins.</param>
    public static void CheckClaimed(IReadOnlyList<NpuReport> npus, IReadOnlyList<string> plugins)
    {
        var unclaimed = npus.Where(npu => npu.Unclaimed.Count > 0).ToArray();
        if (unclaimed.Length > 0)
        {
            var (npu, chunk) = (unclaimed[0].Npu, unclaimed[0].Unclaimed[0]);
            throw new SimulationFailedException(
                $"Data was not conserved: an algorithm of {string.Join(" or ", plugins)} sent what no rank asked for. At {unclaimed.Length} of {npus.Count} NPUs chunks "
                + $"of collectives are left over; the first, at NPU {npu}, came from NPU {chunk.Peer} in stream {chunk.Tag} and holds {chunk.Size.Bytes} B. "
                + "Every Send needs a Receive of the same size on the other rank.");
        }
    }
}
