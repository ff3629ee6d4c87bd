using ClusterSim.Hosting.Results;
using ClusterSim.Tracing;

namespace ClusterSim.Hosting.Simulation;

/// <summary>The memory that tensors took over a run, for its trace.</summary>
internal static class TracedMemory
{
    /// <summary>Adds the changes, one NPU after the other, unless the system does not track memory, or no tensor is named.</summary>
    /// <param name="trace">The trace of the run; null: it is not recorded.</param>
    /// <param name="result">What the run found.</param>
    public static void AddTo(RunTrace? trace, SimulationResult result)
    {
        if (result.Npus.Any(npu => npu.PeakMemory is not null))
        {
            trace?.AddMemory(result.Npus.SelectMany(npu => npu.MemoryTimeline.Select(sample => new MemoryRow(npu.Npu, sample.Time.Ns, sample.Size.Bytes))));
        }
    }
}
