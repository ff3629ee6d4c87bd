using ClusterSim.Core.Units;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Hosting.Estimates;

/// <summary>Tells what simulating an experiment will take, from the sizes of its parts and what such parts cost.</summary>
public static class RunEstimator
{
    // Measured with the loads of ClusterSim.Benchmarks on one core.
    private const double SecondsToStart = 0.25;
    private const double SecondsPerMessage = 250e-9;
    private const double SecondsPerNode = 1e-6;
    private const long BytesToStart = 60L << 20;
    private const long BytesPerNpu = 16L << 10;
    private const long BytesPerNode = 160;

    public static Estimate Of(Experiment experiment)
    {
        var messages = new MessageCount(experiment).Total();
        var executions = experiment.Workload.Graphs.Sum(graph => (long)graph.Count);
        var stored = experiment.Workload.Graphs.Distinct<ExecutionGraph>().Sum(graph => (long)graph.Count);
        return new Estimate(
            messages,
            new ByteSize(BytesToStart + BytesPerNpu * experiment.Network.NpuCount + BytesPerNode * stored),
            TimeSpan.FromSeconds(SecondsToStart + SecondsPerMessage * messages + SecondsPerNode * executions));
    }
}
