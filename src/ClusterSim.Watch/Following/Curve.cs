using ClusterSim.Watch.Snapshots;

namespace ClusterSim.Watch.Following;

/// <summary>
/// A value over time from the start, in a bounded number of points: where there are too many, two that follow each other become one, so that
/// a curve of a second and one of a week are drawn from about as much.
/// </summary>
internal sealed class Curve
{
    private const int MostPoints = 240;

    private readonly List<CurvePoint> points = [];
    private double spacing = 0.4;
    private double sum;
    private int count;

    public IReadOnlyList<CurvePoint> Points => [.. points];

    public void Add(double seconds, double value)
    {
        sum += value;
        count++;
        if (points.Count > 0 && seconds - points[^1].Seconds < spacing)
        {
            return;
        }

        points.Add(new(Math.Round(seconds, 1), Math.Round(sum / count, 4)));
        (sum, count) = (0, 0);
        if (points.Count == MostPoints)
        {
            Halve();
        }
    }

    private void Halve()
    {
        for (var pair = 0; pair < MostPoints / 2; pair++)
        {
            var (one, other) = (points[2 * pair], points[(2 * pair) + 1]);
            points[pair] = new(other.Seconds, (one.Value + other.Value) / 2);
        }

        points.RemoveRange(MostPoints / 2, MostPoints / 2);
        spacing *= 2;
    }
}
