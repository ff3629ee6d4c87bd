namespace ClusterSim.Reports.Sweeps;

/// <summary>A figure of points that charts can show.</summary>
/// <param name="Name">What it is chosen by.</param>
/// <param name="Title">What people see.</param>
/// <param name="Of">Its column: over the NPUs of a point the largest.</param>
/// <param name="Mean">The mean over the NPUs of a point; null: it is no figure of NPUs.</param>
/// <param name="Min">The smallest over the NPUs of a point; null: it is no figure of NPUs.</param>
internal sealed record PointFigure(string Name, string Title, PointColumn Of, PointColumn? Mean, PointColumn? Min)
{
    public PointUnit Unit => Of.Unit;

    /// <summary>Whether it differs among the NPUs of a point.</summary>
    public bool HasSpread => Min is not null && !Of.Numbers.SequenceEqual(Min.Numbers);
}
