using ClusterSim.Collectives.Options;
using ClusterSim.Collectives.Replay;
using ClusterSim.Core.Collectives;
using ClusterSim.Core.Units;

namespace ClusterSim.Hosting.Workloads;

/// <summary>How fast an NPU computes, for workloads without an experiment.</summary>
/// <param name="PeakTeraflops">Its peak performance, in 10^12 operations a second.</param>
/// <param name="MemoryGigabytesPerSecond">The bandwidth of its own memory, in GB/s of 10^9 bytes.</param>
public sealed record NpuSpeed(double PeakTeraflops, double MemoryGigabytesPerSecond)
{
    /// <summary>How long compute nodes run.</summary>
    /// <param name="speed">The speed that a user gives: they run as the roofline says. Null: as their system says.</param>
    /// <param name="system">The system of an experiment; null: none. Then they run as long as recorded.</param>
    public static ComputeTimes TimesOf(NpuSpeed? speed, SystemOptions? system)
    {
        system ??= new SystemOptions
        {
            Implementations = new Dictionary<CollectiveKind, CollectiveImplementation>(),
            LocalMemoryBandwidth = Bandwidth.OfMemory(1),
        };
        return new ComputeTimes(speed is null ? system : system with
        {
            Roofline = true,
            PeakTeraflops = speed.PeakTeraflops,
            LocalMemoryBandwidth = Bandwidth.OfMemory(speed.MemoryGigabytesPerSecond),
        });
    }
}
