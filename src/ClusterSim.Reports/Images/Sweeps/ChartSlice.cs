using ClusterSim.Reports.Sweeps;

namespace ClusterSim.Reports.Images.Sweeps;

/// <summary>The points that an image shows: those that have certain values of all axes that play no part in it.</summary>
/// <param name="Points">Their numbers.</param>
/// <param name="Fixed">Which values, in words.</param>
internal sealed record ChartSlice(IReadOnlyList<int> Points, string Fixed)
{
    /// <summary>The values of the first point that has results, as a page shows at first.</summary>
    /// <param name="points">All points.</param>
    /// <param name="relations">Which axes are tied.</param>
    /// <param name="parts">The axes that play a part.</param>
    public static ChartSlice Of(SweepPoints points, AxisRelations relations, params IEnumerable<int?> parts)
    {
        var taken = parts.OfType<int>().ToList();
        var first = Math.Max(0, points.Statuses.Index().FirstOrDefault(status => status.Item == "done").Index);
        var others = Enumerable.Range(0, points.Axes.Count)
            .Where(axis => points.Axes[axis].Count > 1 && !taken.Exists(part => part == axis || relations.AreTied(part, axis)))
            .Select(axis => points.Axes[axis])
            .ToList();
        return new(
            [.. Enumerable.Range(0, points.Count).Where(point => others.TrueForAll(axis => axis.Codes[point] == axis.Codes[first]))],
            string.Join(", ", others.Select(axis => $"{axis.Title} {axis.Labels[axis.Codes[first]]}")));
    }
}
