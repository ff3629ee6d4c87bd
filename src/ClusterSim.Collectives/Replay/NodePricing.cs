using ClusterSim.Collectives.Options;
using ClusterSim.Core.Units;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Collectives.Replay;

/// <summary>How long compute nodes last and how large transfers are.</summary>
internal sealed class NodePricing(SystemOptions options)
{
    private static readonly SimDuration Shortest = new(1);

    private readonly double bytesPerSecond = new LocalMemory(options.LocalMemoryBandwidth).BytesPerSecond;

    /// <summary>The recorded duration; at least 1 ns.</summary>
    public SimDuration Recorded(in TraceNode node)
    {
        var recorded = node.Duration == SimDuration.Zero ? Shortest : node.Duration;
        return node.Kind == NodeKind.Compute ? Scaled(recorded) : recorded;
    }

    /// <summary>What a compute node costs; null if the roofline skips it because it touches no data.</summary>
    public ComputePrice? Price(in TraceNode node)
    {
        if (!options.Roofline || node.IsCpuOperation)
        {
            return new ComputePrice(Recorded(in node));
        }

        return node.Size == ByteSize.Zero ? null : UnderRoofline(in node);
    }

    private SimDuration Scaled(SimDuration duration) =>
        options.ComputeScale == 1 ? duration : SimDuration.Floor(duration.Ns * options.ComputeScale);

    private ComputePrice UnderRoofline(in TraceNode node)
    {
        var peak = options.PeakTeraflops * 1e12;
        var intensity = (double)node.Operations / node.Size.Bytes;
        var performance = Math.Min(bytesPerSecond * intensity, peak);
        var duration = node.Operations == 0 ? SimDuration.Zero : SimDuration.Floor(node.Operations / performance * 1e9);
        return new ComputePrice(
            Scaled(duration),
            intensity,
            performance == peak ? 1 : 0,
            performance / peak,
            node.Operations == 0 ? 0 : performance / intensity / bytesPerSecond);
    }
}
