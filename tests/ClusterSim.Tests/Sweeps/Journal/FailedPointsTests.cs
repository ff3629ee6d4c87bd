using ClusterSim.Sweeps.Journal;
using ClusterSim.Sweeps.Planning;
using ClusterSim.Testing;
using Xunit;

namespace ClusterSim.Tests.Sweeps.Journal;

public sealed class FailedPointsTests : IDisposable
{
    private static readonly PointId Run = new(1, 2);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Keep_RunsThatFailAgainOrNoMore_HoldsWhatIsKnownLast()
    {
        var failed = new FailedPoints(folder.PathOf("failed"));
        failed.Keep(Run, null);
        Assert.False(Directory.Exists(folder.PathOf("failed")));

        failed.Keep(Run, "{}");
        failed.Keep(Run, "{ }");
        failed.Keep(new(3, 4), "{}");
        Assert.Equal("{ }", File.ReadAllText(folder.PathOf("failed/00000000000000010000000000000002.json")));

        failed.Keep(Run, null);
        Assert.Equal(["00000000000000030000000000000004.json"], Directory.GetFiles(folder.PathOf("failed")).Select(Path.GetFileName));
    }
}
