using ClusterSim.Collectives.Results;
using ClusterSim.Core;
using ClusterSim.Core.Units;
using ClusterSim.Network.CongestionAware;

namespace ClusterSim.Hosting.Simulation;

/// <summary>Checks after every run that nothing was lost or made up on the way: an error here is one of the simulator's own.</summary>
internal static class Conservation
{
    public static void Check(IReadOnlyList<NpuReport> npus, IReadOnlyList<LinkReport> links)
    {
        var sent = npus.Aggregate(ByteSize.Zero, (sum, npu) => sum + npu.Sent);
        var arrived = npus.Aggregate(ByteSize.Zero, (sum, npu) => sum + npu.Arrived);
        if (sent != arrived)
        {
            throw new SimulationFailedException($"Data was not conserved: NPUs sent {sent}, and {arrived} arrived.");
        }

        var hops = npus.Sum(npu => npu.Hops);
        var crossed = links.Sum(link => link.Chunks);
        if (links.Count > 0 && hops != crossed)
        {
            throw new SimulationFailedException($"Chunks were not conserved: they had {hops} links to cross, and crossed {crossed}.");
        }
    }
}
