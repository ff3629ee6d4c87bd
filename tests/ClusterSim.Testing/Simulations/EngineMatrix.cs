using ClusterSim.Engine;
using ClusterSim.Hosting.Results;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Tracing;

namespace ClusterSim.Testing.Simulations;

/// <summary>Every way to run a simulation. One line puts a test on all of them.</summary>
public static class EngineMatrix
{
    // An actor system takes longer to start than most simulations of the tests; it is safe to share.
    private static readonly Simulator Shared = new();

    /// <summary>Partitions and transports, first the one that the others are held against.</summary>
    public static IReadOnlyList<RunOptions> All { get; } =
        [.. from transport in new[] { Transport.Fast, Transport.Strict }
            from partitions in new[] { 1, 2, 4 }
            select new RunOptions { Partitions = partitions, Transport = transport }];

    /// <summary>Runs an experiment in one way: a single partition, fast.</summary>
    public static Task<SimulationResult> RunAsync(Experiment experiment, CancellationToken cancellation) =>
        Shared.RunAsync(experiment, All[0], cancellation: cancellation);

    /// <summary>Runs an experiment in a given way.</summary>
    public static Task<SimulationResult> RunAsync(Experiment experiment, RunOptions options, CancellationToken cancellation) =>
        Shared.RunAsync(experiment, options, cancellation: cancellation);

    /// <summary>Runs an experiment on two hosts, which send what is recorded as nodes of a cluster do.</summary>
    public static Task<SimulationResult> RunOnTwoHostsAsync(Experiment experiment, RunTrace trace, CancellationToken cancellation) =>
        SharedHosts.RunAsync(experiment, trace, cancellation);

    /// <summary>Runs an experiment in all ways, on two hosts too, and requires the same digest, events and figures from each.</summary>
    /// <exception cref="InvalidOperationException">Two ways differ; the message says which and in what.</exception>
    public static async Task<SimulationResult> RunOnAllAsync(Experiment experiment, CancellationToken cancellation)
    {
        var first = await RunAsync(experiment, cancellation);
        foreach (var options in All.Skip(1))
        {
            var other = await RunAsync(experiment, options, cancellation);
            if (Difference(first, other) is { } difference)
            {
                throw new InvalidOperationException(
                    $"{options.Transport} with {options.Partitions} partitions differs from {All[0].Transport} with one: {difference}");
            }
        }

        if (Difference(first, await SharedHosts.RunAsync(experiment, null, cancellation)) is { } shared)
        {
            throw new InvalidOperationException($"Two hosts differ from {All[0].Transport} with one partition: {shared}");
        }

        return first;
    }

    private static string? Difference(SimulationResult first, SimulationResult other)
    {
        if (first.Digest != other.Digest || first.Events != other.Events)
        {
            return $"digest {first.Digest:x16} and {other.Digest:x16}, events {first.Events} and {other.Events}.";
        }

        var npu = first.Npus.Zip(other.Npus).FirstOrDefault(pair => !Equals(Figures(pair.First), Figures(pair.Second)));
        if (npu.First is not null)
        {
            return $"{npu.First} and {npu.Second}.";
        }

        var collective = first.Collectives.Zip(other.Collectives).FirstOrDefault(pair => pair.First != pair.Second);
        return collective.First is null ? null : $"{collective.First} and {collective.Second}.";
    }

    // A list compares by reference, so the timeline is left out; its peak is compared.
    private static NpuResult Figures(NpuResult npu) => npu with { MemoryTimeline = [] };
}
