using ClusterSim.Sweeps.Distributed;
using ClusterSim.Sweeps.Distributed.Messages;
using ClusterSim.Sweeps.Running;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Sweeps.Distributed;

public sealed class PointPartCodecTests
{
    private static readonly Gen<PointResult> Results =
        from numbers in Gen.Long.Array[5]
        from point in Gen.Int[0, int.MaxValue]
        from error in Gen.String.Null()
        from diagnosis in Gen.String.Null()
        from digest in Gen.ULong
        from counts in Gen.Int[1, 100].Array[0, 5]
        from values in Gen.Long.Array[counts.Length * 3]
        select new PointResult
        {
            Point = point,
            Attempt = point / 2,
            Error = error,
            Diagnosis = diagnosis,
            Node = "127.0.0.1:1",
            ElapsedSeconds = numbers[0] / 1e6,
            SimulatedNs = numbers[1],
            Messages = numbers[2],
            Hops = numbers[3],
            Events = numbers[4],
            Digest = digest,
            Figures = 7,
            NpuCounts = counts,
            Values = values,
        };

    [Fact]
    public void Result_Written_IsReadAgain() => Results.Sample(result =>
    {
        var next = result.Point % 2 == 0 ? null : new PointStarted(0, 1);
        var read = PointPartCodec.Decode(PointPartCodec.Encode(new(result, 3, IsLast: true, next)));

        Assert.Equal((3, true, next), (read.Part, read.IsLast, read.Next));
        Assert.Equal(result.NpuCounts, read.Result.NpuCounts);
        Assert.Equal(result.Values, read.Result.Values);
        Assert.Equal(result, read.Result with { NpuCounts = result.NpuCounts, Values = result.Values });
    });

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    public void Decode_ValuesThatFitNoColumns_IsRefused(int counts, int values)
    {
        var part = new PointPart();
        part.NpuCounts.AddRange(Enumerable.Repeat(1, counts));
        part.Values.AddRange(Enumerable.Repeat(1L, values));

        Assert.Throws<InvalidDataException>(() => PointPartCodec.Decode(part));
    }
}
