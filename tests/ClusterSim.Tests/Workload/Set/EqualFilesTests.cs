using System.Numerics;
using ClusterSim.Workload.Set;
using Xunit;

namespace ClusterSim.Tests.Workload.Set;

public sealed class EqualFilesTests
{
    [Fact]
    public void FirstEqual_EqualContents_GivesTheFirstOfEach()
    {
        using var traces = new TemporaryTraces();
        string[] paths =
            [traces.Add("a", 1, 2), traces.Add("b", 1, 3), traces.Add("c", 1, 2), traces.Add("d", 1, 2, 3), traces.Add("e", 1, 3)];

        Assert.Equal([0, 1, 0, 3, 1], EqualFiles.FirstEqual(paths));
    }

    [Fact]
    public void FirstEqual_SamePathTwice_IsEqual()
    {
        using var traces = new TemporaryTraces();
        var (a, b) = (traces.Add("a", 1), traces.Add("b", 1));

        Assert.Equal([0, 0, 0, 0], EqualFiles.FirstEqual([a, b, b, a]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(199_999)]
    public void FirstEqual_LongFilesThatDifferInOneByte_AreDifferent(int place)
    {
        using var traces = new TemporaryTraces();
        var content = new byte[200_000];
        var (first, equal) = (traces.Add("first", content), traces.Add("equal", content));
        content[place] = 1;

        Assert.Equal([0, 0, 2], EqualFiles.FirstEqual([first, equal, traces.Add("different", content)]));
    }

    // Two contents that the hash cannot tell apart: it mixes 8-byte words w1, w2 into (rotl(w1 * f) ^ w2) * f.
    [Fact]
    public void FirstEqual_DifferentContentsOfTheSameHash_AreDifferent()
    {
        const ulong Factor = 0x517CC1B727220A95;
        using var traces = new TemporaryTraces();
        var zeros = traces.Add("zeros", new byte[16]);
        var second = BitOperations.RotateLeft(Factor, 5);
        var same = traces.Add("same", [.. BitConverter.GetBytes(1UL), .. BitConverter.GetBytes(second)]);

        Assert.Equal([0, 1], EqualFiles.FirstEqual([zeros, same]));
    }

    [Fact]
    public void FirstEqual_MissingFiles_AreEqualToNone()
    {
        Assert.Equal([0, 1], EqualFiles.FirstEqual(["none/a", "none/b"]));
    }
}
