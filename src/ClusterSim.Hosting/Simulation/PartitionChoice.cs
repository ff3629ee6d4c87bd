using ClusterSim.Engine;

namespace ClusterSim.Hosting.Simulation;

/// <summary>Into how many partitions an experiment is split.</summary>
/// <param name="Partitions">From 1.</param>
/// <param name="Notes">Why they are fewer than a user asked for; empty if they are not.</param>
public sealed record PartitionChoice(int Partitions, IReadOnlyList<string> Notes)
{
    // Partitions meet after each window, which takes 2 us on one machine: as long as some dozens of NPUs are busy in it.
    private const int NpusThatPayForAPartition = 64;

    /// <param name="plan">What is split.</param>
    /// <param name="wanted">What a user asked for; null: as many as pay.</param>
    /// <param name="most">The most that may pay: cores, or nodes.</param>
    internal static PartitionChoice Of(SimulationPlan plan, int? wanted, int most)
    {
        var partitions = plan.PartitionsFor(wanted ?? Math.Clamp(plan.NpuCount / NpusThatPayForAPartition, 1, most));
        return new(partitions, partitions < wanted ? [WhyFewer(plan, wanted.Value, partitions)] : []);
    }

    private static string WhyFewer(SimulationPlan plan, int wanted, int partitions) => plan.Lookahead.Ns <= 0
        ? $"The run took one partition instead of {wanted}: NPUs can reach each other in less than 1 ns."
        : $"The run took {partitions} partitions instead of {wanted}: there are no more NPUs, or nodes that share a memory, to split.";
}
