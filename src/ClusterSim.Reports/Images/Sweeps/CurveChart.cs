using ClusterSim.Reports.Sweeps;

namespace ClusterSim.Reports.Images.Sweeps;

/// <summary>Curves along an axis of a sweep, ready to be drawn.</summary>
internal sealed record CurveChart
{
    /// <summary>What it shows.</summary>
    public required string Title { get; init; }

    /// <summary>What holds for all of it; empty: nothing in particular.</summary>
    public required string Detail { get; init; }

    /// <summary>Along which curves run.</summary>
    public required SweepAxis Axis { get; init; }

    /// <summary>What is shown.</summary>
    public required string Heading { get; init; }

    /// <summary>In which unit.</summary>
    public required PointUnit Unit { get; init; }

    /// <summary>The curves; of several each with its name.</summary>
    public required IReadOnlyList<(string Name, PointCurve Curve)> Curves { get; init; }

    /// <summary>Whether it is logarithmic wherever the axis is, so that what grows with the axis is a straight line.</summary>
    public bool GrowsWithAxis { get; init; }

    /// <summary>What would be ideal, in order of the axis; empty: nothing is.</summary>
    public IReadOnlyList<(double X, double Y)> Ideal { get; init; } = [];
}
