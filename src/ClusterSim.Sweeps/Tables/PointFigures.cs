using ClusterSim.Sweeps.Running;

namespace ClusterSim.Sweeps.Tables;

/// <summary>The figures of a point's NPUs, taken apart.</summary>
public sealed class PointFigures
{
    private const int OverheadDecimals = 6;

    private readonly PointResult result;
    private readonly int[] present;
    private readonly Spread?[] spreads = new Spread?[NpuColumns.All.Count];
    private Spread? overhead;

    public PointFigures(PointResult result)
    {
        this.result = result;
        present = NpuColumns.Present(result.Figures);
    }

    /// <summary>A column over all NPUs; null: the point does not have it.</summary>
    public Spread? Of(int column) => result.NpuCounts.Length == 0 || Array.IndexOf(present, column) < 0
        ? null
        : spreads[column] ??= Spread.Of(Column(entry => At(entry, column)), result.NpuCounts);

    /// <summary>Communication overhead in per cent over all NPUs: exposed over wall; null: the point has none.</summary>
    public Spread? Overhead() => result.NpuCounts.Length == 0 ? null : overhead ??= Spread.Of(Column(Overhead), result.NpuCounts);

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

    private decimal[] Column(Func<int, decimal?> of)
    {
        var values = new decimal[result.NpuCounts.Length];
        for (var entry = 0; entry < values.Length; entry++)
        {
            values[entry] = of(entry) ?? 0;
        }

        return values;
    }
}
