using ClusterSim.Sweeps.Running;

namespace ClusterSim.Sweeps.Tables;

/// <summary>The figures of a point's NPUs, taken apart.</summary>
public sealed class PointFigures
{
    private const int OverheadDecimals = 6;

    private readonly PointResult result;
    private readonly int[] present;

    public PointFigures(PointResult result)
    {
        this.result = result;
        present = NpuColumns.Present(result.Figures);
    }

    /// <summary>A column over all NPUs; null: the point does not have it.</summary>
    public Spread? Of(int column)
    {
        var place = Array.IndexOf(present, column);
        return place < 0 || result.NpuCounts.Length == 0
            ? null
            : Spread.Of([.. Entries().Select(entry => NpuColumns.All[column].Of(result.Values[entry * present.Length + place]))], result.NpuCounts);
    }

    /// <summary>Communication overhead in per cent over all NPUs: exposed over wall; null: the point has none.</summary>
    public Spread? Overhead() =>
        result.NpuCounts.Length == 0 ? null : Spread.Of([.. Entries().Select(entry => Overhead(entry) ?? 0)], result.NpuCounts);

    /// <summary>A column of an entry of <see cref="PointResult.NpuCounts"/>; null: the point does not have it.</summary>
    public decimal? At(int entry, int column)
    {
        var place = Array.IndexOf(present, column);
        return place < 0 ? null : NpuColumns.All[column].Of(result.Values[entry * present.Length + place]);
    }

    /// <summary>Communication overhead of an entry in per cent; 0 if it took no time.</summary>
    public decimal? Overhead(int entry) =>
        At(entry, NpuColumns.Wall) is { } wall && At(entry, NpuColumns.Exposed) is { } exposed
            ? wall == 0 ? 0 : decimal.Round(100 * exposed / wall, OverheadDecimals)
            : null;

    private IEnumerable<int> Entries() => Enumerable.Range(0, result.NpuCounts.Length);
}
