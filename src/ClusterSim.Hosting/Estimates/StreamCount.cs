using ClusterSim.Collectives.Options;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;
using ClusterSim.Workload.Collectives;

namespace ClusterSim.Hosting.Estimates;

/// <summary>Into how many streams a collective is cut, as the scheduler does it (section 4 of the reference semantics).</summary>
internal static class StreamCount
{
    public static double Of(CollectiveKind kind, ByteSize bytes, SystemOptions system, int npuCount)
    {
        var size = Math.Floor(bytes.Bytes * system.CommunicationScale);
        var chunk = Math.Floor(size / system.PreferredDatasetSplits);
        if (kind == CollectiveKind.Barrier)
        {
            return 1;
        }

        if (KindTraits.KeepsItsSize(kind))
        {
            return Math.Ceiling(size / Math.Max(1, chunk));
        }

        return chunk < npuCount ? system.PreferredDatasetSplits : Math.Ceiling(size / chunk);
    }
}
