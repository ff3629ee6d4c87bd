using ClusterSim.Watch.Following;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Watch.Following;

public sealed class CurveTests
{
    [Fact]
    public void Add_AnyNumberOfValues_KeepsABoundedCurveWithinThem() => Gen.Double[0, 1000].Array[1, 5000].Sample(values =>
    {
        var curve = new Curve();

        for (var index = 0; index < values.Length; index++)
        {
            curve.Add(0.5 * index, values[index]);
        }

        var points = curve.Points;
        Assert.InRange(points.Count, 1, 240);
        Assert.Equal(points.OrderBy(point => point.Seconds), points);
        Assert.All(points, point => Assert.InRange(point.Value, values.Min() - 0.0001, values.Max() + 0.0001));
    }, iter: 100);

    [Fact]
    public void Add_ValuesInQuickSuccession_AreOnePointThatIsTheirMean()
    {
        var curve = new Curve();
        curve.Add(0, 1);

        curve.Add(0.1, 2);
        curve.Add(0.2, 3);
        curve.Add(0.5, 7);

        Assert.Equal([(0, 1), (0.5, 4)], curve.Points.Select(point => (point.Seconds, point.Value)));
    }
}
