namespace ClusterSim.Benchmarks;

/// <summary>What one run of a program took.</summary>
/// <param name="Wall">From start to exit.</param>
/// <param name="PeakMiB">The most memory that it held.</param>
/// <param name="Output">What it printed.</param>
internal sealed record Measurement(TimeSpan Wall, double PeakMiB, string Output);
