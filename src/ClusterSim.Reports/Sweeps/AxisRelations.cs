namespace ClusterSim.Reports.Sweeps;

/// <summary>
/// Which axes determine which: keys of one entry of a sweep vary together, so to choose a value of the one chooses one of the other.
/// </summary>
internal sealed class AxisRelations
{
    private readonly bool[,] determines;

    private AxisRelations(bool[,] determines)
    {
        this.determines = determines;
    }

    public static AxisRelations Of(IReadOnlyList<SweepAxis> axes)
    {
        var found = new bool[axes.Count, axes.Count];
        for (var one = 0; one < axes.Count; one++)
        {
            for (var other = 0; other < axes.Count; other++)
            {
                found[one, other] = one != other && Determines(axes[one], axes[other]);
            }
        }

        return new(found);
    }

    /// <summary>Whether each value of an axis goes with one value of another.</summary>
    public bool Determines(int one, int other) => determines[one, other];

    /// <summary>Whether either determines the other.</summary>
    public bool AreTied(int one, int other) => determines[one, other] || determines[other, one];

    private static bool Determines(SweepAxis one, SweepAxis other)
    {
        var partners = new int?[one.Count];
        return one.Codes.Zip(other.Codes).All(point => (partners[point.First] ??= point.Second) == point.Second);
    }
}
