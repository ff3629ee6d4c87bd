namespace ClusterSim.Tracing.Files;

/// <summary>What is needed to read the row groups of a Parquet file that has lost its end.</summary>
/// <param name="GroupEnds">Where each row group ends, in bytes from the beginning of the file.</param>
/// <param name="Footer">What stands behind the last one: Parquet's own description of the file.</param>
public sealed record TableEnd(IReadOnlyList<long> GroupEnds, byte[] Footer);
