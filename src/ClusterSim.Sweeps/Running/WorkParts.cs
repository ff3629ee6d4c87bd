namespace ClusterSim.Sweeps.Running;

/// <summary>Splits what is handed to a worker, so that no message becomes too large.</summary>
internal static class WorkParts
{
    /// <summary>What a point may set at most, in characters of YAML.</summary>
    public const int LongestAssignments = 32 << 10;

    /// <summary>Points in their order, in groups that are short enough, as long as each of them is.</summary>
    public static IEnumerable<PointWork[]> Of(IEnumerable<PointWork> points)
    {
        var part = new List<PointWork>();
        var length = 0;
        foreach (var point in points)
        {
            if (part.Count > 0 && length + point.Assignments.Length > LongestAssignments)
            {
                yield return [.. part];
                part.Clear();
                length = 0;
            }

            part.Add(point);
            length += point.Assignments.Length;
        }

        if (part.Count > 0)
        {
            yield return [.. part];
        }
    }
}
