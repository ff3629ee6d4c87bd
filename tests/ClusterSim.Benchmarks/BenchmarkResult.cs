namespace ClusterSim.Benchmarks;

/// <summary>What the runs of one load took.</summary>
/// <param name="Load">What ran.</param>
/// <param name="Ratios">The wall time of each run in yardsticks, ascending; in seconds where there is no yardstick.</param>
/// <param name="PeakMiB">The most memory that any of them held.</param>
internal sealed record BenchmarkResult(Load Load, IReadOnlyList<double> Ratios, double PeakMiB)
{
    public double Median => Ratios[Ratios.Count / 2];
}
