using ClusterSim.Reports.Runs.Timeline;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Reports.Runs;

public sealed class BusyTimeTests
{
    private static readonly Gen<(long StartNs, long EndNs)> Span = Gen.Select(Gen.Long[0, 60], Gen.Long[0, 20], (start, length) => (start, start + length));

    [Fact]
    public void Within_AnySpans_CountsEachMomentOnce() => Gen.Select(Span.List[0, 12], Gen.Long[-5, 90], Gen.Long[-5, 90]).Sample((spans, from, to) =>
    {
        var expected = 0L;
        for (var moment = from; moment < to; moment++)
        {
            expected += spans.Any(span => span.StartNs <= moment && moment < span.EndNs) ? 1 : 0;
        }

        Assert.Equal(expected, new BusyTime(spans).Within(from, to));
    });
}
