namespace ClusterSim.Sweeps.Tables;

/// <summary>An NPU of a point.</summary>
/// <param name="Point">The point.</param>
/// <param name="Npu">The NPU.</param>
/// <param name="Entry">Which entry of the result's counts it belongs to.</param>
internal sealed record NpuRow(ResultRow Point, int Npu, int Entry)
{
    /// <summary>A row for each NPU of a point.</summary>
    public static IEnumerable<NpuRow> Of(ResultRow point)
    {
        var counts = point.Done?.NpuCounts ?? [];
        var npu = 0;
        for (var entry = 0; entry < counts.Length; entry++)
        {
            for (var i = 0; i < counts[entry]; i++)
            {
                yield return new(point, npu++, entry);
            }
        }
    }
}
