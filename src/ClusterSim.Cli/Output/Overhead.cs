using ClusterSim.Hosting.Results;

namespace ClusterSim.Cli.Output;

/// <summary>Communication overhead: the share of an NPU's wall time in which it did not compute.</summary>
internal static class Overhead
{
    public static double Of(NpuResult npu) => npu.Wall.Ns == 0 ? 0 : (double)npu.Exposed.Ns / npu.Wall.Ns;
}
