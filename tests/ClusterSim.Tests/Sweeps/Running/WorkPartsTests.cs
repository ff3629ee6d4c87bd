using ClusterSim.Sweeps.Running;
using Xunit;

namespace ClusterSim.Tests.Sweeps.Running;

public sealed class WorkPartsTests
{
    [Fact]
    public void Of_PointsThatAreLongTogether_SplitsThemInOrder()
    {
        var third = WorkParts.LongestAssignments / 3;
        int[] lengths = [third, third, third, third, WorkParts.LongestAssignments, 1];

        var parts = WorkParts.Of(lengths.Select((length, point) => new PointWork(point, 1, new string('x', length))));

        Assert.Equal([[0, 1, 2], [3], [4], [5]], parts.Select(part => part.Select(work => work.Point).ToArray()));
    }

    [Fact]
    public void Of_NoPoints_IsNoPart() => Assert.Empty(WorkParts.Of([]));
}
