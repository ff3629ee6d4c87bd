using ClusterSim.Core.Units;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Network;
using ClusterSim.Network.Options;
using ClusterSim.Workload.Graph;

namespace ClusterSim.Hosting.Estimates;

/// <summary>Tells what simulating an experiment will take, from what its NPUs do and what that costs.</summary>
public static class RunEstimator
{
    // Measured on two cores with the published program: rings, direct and halving-doubling among 4 to 16,384 NPUs on the
    // three topologies, in 1 to 300,000 chunks, and 500,000 collectives.
    private const double SecondsToStart = 0.3;
    private const double SecondsPerNpu = 150e-6;
    private const double SecondsPerPort = 20e-6;
    private const double SecondsPerLink = 0.5e-6;
    private const double SecondsPerMessage = 400e-9;
    private const double SecondsPerHop = 250e-9;
    private const double SecondsPerNode = 1.5e-6;
    private const double SecondsPerCall = 4e-6;

    private const double BytesToStart = 68 << 20;
    private const double BytesPerNpu = 22 << 10;
    private const double BytesPerPort = 5 << 10;
    private const double BytesPerLink = 46;
    private const double BytesPerFabricLink = 150;
    private const double BytesPerStoredNode = 160;
    private const double BytesPerNode = 4;
    private const double BytesPerCollective = 450;
    private const double BytesPerStream = 250;
    private const double BytesPerMessageAtOnce = 300;

    // A queue before a link spreads over time, of which each piece has its own place in the calendar.
    private const double BytesPerHopOfMessageAtOnce = 28;

    // Longer than anybody waits, and far below what a length of time can hold.
    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(100_000);

    /// <summary>What an estimate has for the start of the program, of which a process that runs many takes only one.</summary>
    public static TimeSpan TimeToStart { get; } = TimeSpan.FromSeconds(SecondsToStart);

    public static Estimate Of(Experiment experiment)
    {
        var traffic = new TrafficCount(experiment).Total();
        var seconds = Seconds(experiment, in traffic);
        var time = seconds < LongestTime.TotalSeconds ? TimeSpan.FromSeconds(seconds) : LongestTime;
        return new Estimate(Whole(traffic.Messages), new ByteSize(Whole(Bytes(experiment, in traffic))), time);
    }

    private static double Seconds(Experiment experiment, in Traffic traffic) =>
        SecondsToStart
        + SecondsPerNpu * experiment.Network.NpuCount
        + SecondsPerPort * FurtherPorts(experiment)
        + SecondsPerLink * new NetworkSurvey(experiment.Network).LinkCount
        + SecondsPerMessage * traffic.Messages
        + SecondsPerHop * traffic.Hops
        + SecondsPerNode * traffic.Nodes
        + SecondsPerCall * traffic.Calls;

    private static double Bytes(Experiment experiment, in Traffic traffic)
    {
        var hopsOfOne = traffic.Messages > 0 ? traffic.Hops / traffic.Messages : 0;
        return BytesToStart
            + BytesPerNpu * experiment.Network.NpuCount
            + BytesPerPort * FurtherPorts(experiment)
            + new NetworkSurvey(experiment.Network).DistanceBytes
            + BytesOfLinks(experiment.Network)
            + BytesPerStoredNode * experiment.Workload.Graphs.Distinct().Sum(StoredNodes)
            + BytesPerNode * traffic.Nodes
            + BytesPerCollective * traffic.Collectives
            + BytesPerStream * traffic.Streams
            + (BytesPerMessageAtOnce + BytesPerHopOfMessageAtOnce * hopsOfOne) * traffic.MessagesAtOnce;
    }

    private static double StoredNodes(ExecutionGraph graph) => graph.Count;

    // Where links are not all alike, each keeps what it is like.
    private static double BytesOfLinks(NetworkOptions network) =>
        new NetworkSurvey(network).LinkCount * (network is { Dimensions.Count: 1, Changes.Count: 0 } ? BytesPerLink : BytesPerFabricLink);

    // What an NPU takes is measured with the port that feeds it.
    private static double FurtherPorts(Experiment experiment) =>
        Math.Max(0, new NetworkSurvey(experiment.Network).PortCount - experiment.Network.NpuCount);

    private static long Whole(double value) => value < long.MaxValue ? (long)Math.Round(value) : long.MaxValue;
}
