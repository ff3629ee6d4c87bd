using ClusterSim.Core.Units;
using ClusterSim.Hosting.Simulation;

namespace ClusterSim.Hosting.Estimates;

/// <summary>Tells what simulating an experiment will take, from the sizes of its parts and what such parts cost.</summary>
public static class RunEstimator
{
    // Measured on two cores with the loads of ClusterSim.Benchmarks; roughly what every algorithm and topology takes.
    private const double SecondsToStart = 0.25;
    private const double SecondsPerMessage = 300e-9;
    private const double SecondsPerExecutedNode = 1e-6;
    private const long BytesToStart = 70L << 20;
    private const long BytesPerNpu = 16L << 10;
    private const long BytesPerNode = 160;
    private const long BytesPerExecutedNode = 4;

    public static Estimate Of(Experiment experiment)
    {
        var messages = new MessageCount(experiment).Total();
        var executed = experiment.Workload.Graphs.Sum(graph => (long)graph.Count);
        var stored = experiment.Workload.Graphs.Distinct().Sum(graph => (long)graph.Count);
        return new Estimate(
            messages,
            new ByteSize(BytesToStart + BytesPerNpu * experiment.Network.NpuCount + BytesPerNode * stored + BytesPerExecutedNode * executed),
            TimeSpan.FromSeconds(SecondsToStart + SecondsPerMessage * messages + SecondsPerExecutedNode * executed));
    }
}
