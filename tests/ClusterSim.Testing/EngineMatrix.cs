using ClusterSim.Engine;
using ClusterSim.Hosting.Results;
using ClusterSim.Hosting.Simulation;
using ClusterSim.Hosting.Verification;

namespace ClusterSim.Testing;

/// <summary>All the ways to run a simulation, which must give the same result.</summary>
public static class EngineMatrix
{
    private static readonly int[] Partitions = [1, 2, 4];
    private static readonly Transport[] Transports = [Transport.Fast, Transport.Strict];

    /// <summary>Every combination of partitions and transport.</summary>
    public static IReadOnlyList<RunOptions> All { get; } =
    [
        .. from partitions in Partitions
           from transport in Transports
           select new RunOptions { Partitions = partitions, Transport = transport },
    ];

    /// <summary>Simulates an experiment in every way.</summary>
    /// <returns>The result that all ways agree on.</returns>
    /// <exception cref="EngineMismatchException">They do not agree.</exception>
    public static async Task<SimulationResult> SimulateAsync(Experiment experiment)
    {
        using var simulator = new Simulator();
        var first = await simulator.RunAsync(experiment, All[0]);
        foreach (var options in All.Skip(1))
        {
            var other = await simulator.RunAsync(experiment, options);
            if (Describe(first) != Describe(other))
            {
                throw new EngineMismatchException(All[0], Describe(first), options, Describe(other));
            }
        }

        return first;
    }

    private static string Describe(SimulationResult result) => string.Join(
        '\n',
        [
            $"digest {result.Digest:x16}, end {result.End}, {result.Messages} messages, {result.Hops} hops, {result.Events} events",
            .. result.Npus.Select(Describe),
            .. result.Collectives.Select(collective => collective.ToString()),
        ]);

    private static string Describe(NpuResult npu) =>
        $"NPU {npu.Npu}: {string.Join(", ", Figures.All.Select(figure => $"{figure.Name} {figure.Of(npu)}"))}, memory {string.Join(' ', npu.MemoryTimeline)}";
}
