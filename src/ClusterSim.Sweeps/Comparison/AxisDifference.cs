namespace ClusterSim.Sweeps.Comparison;

/// <summary>How the points differ that have one value of an axis.</summary>
/// <param name="Key">The axis.</param>
/// <param name="Label">The value.</param>
/// <param name="Points">How many points of it both folders have.</param>
/// <param name="Differing">How many of them differ.</param>
/// <param name="MeanPercent">By how much the wall time is longer on average over all of them that have one, in per cent.</param>
/// <param name="LargestPercent">The difference farthest from 0, in per cent.</param>
public sealed record AxisDifference(string Key, string Label, int Points, int Differing, decimal MeanPercent, decimal LargestPercent);
