namespace ClusterSim.Reports.Sweeps;

/// <summary>Points that failed for one reason.</summary>
/// <param name="Error">The reason.</param>
/// <param name="Points">Their numbers.</param>
internal sealed record FailedPoints(string Error, IReadOnlyList<int> Points)
{
    /// <summary>All reasons, the most frequent first.</summary>
    public static IReadOnlyList<FailedPoints> AllOf(SweepPoints points)
    {
        var errors = points.Find("error");
        return errors is null
            ? []
            : [
                .. Enumerable.Range(0, points.Count)
                    .Where(point => points.Statuses[point] == "failed")
                    .GroupBy(point => errors.Texts[point] ?? "", StringComparer.Ordinal)
                    .Select(reason => new FailedPoints(reason.Key, [.. reason]))
                    .OrderByDescending(reason => reason.Points.Count),
            ];
    }
}
