using ClusterSim.Inspection.Reading;
using ClusterSim.Reports.Runs.Parts;
using CsCheck;
using Xunit;

namespace ClusterSim.Tests.Reports.Runs;

public sealed class MemoryCurvesTests
{
    private const long EndNs = 6_000;

    private static readonly Gen<List<MemoryChange>> Changes =
        Gen.Select(Gen.Long[0, EndNs - 1], Gen.Long[0, 100], (time, bytes) => (time, bytes)).List[1, 30].Select(changes =>
            changes.DistinctBy(change => change.time).OrderBy(change => change.time).Select(change => new MemoryChange(0, change.time, change.bytes)).ToList());

    // 600 pieces of 10 ns.
    [Fact]
    public void Range_OfOneNpu_IsWhatItTookInEachPiece() => Changes.Sample(changes =>
    {
        var curves = new MemoryCurves(changes, EndNs);

        for (var piece = 0; piece < 600; piece++)
        {
            var taken = Enumerable.Range(10 * piece, 10).Select(time => changes.LastOrDefault(change => change.TimeNs <= time).Bytes).ToList();
            Assert.Equal((taken.Min(), taken.Max()), (curves.Low[piece], curves.High[piece]));
        }
    });

    [Fact]
    public void Peak_OfSeveralNpus_IsOfTheOneThatTookMost()
    {
        MemoryChange[] changes = [new(0, 0, 10), new(0, 50, 20), new(3, 10, 90), new(3, 20, 5)];

        var curves = new MemoryCurves(changes, 100);

        Assert.Equal((3, 90L, 10L, 2), (curves.PeakNpu, curves.PeakBytes, curves.PeakAtNs, curves.NpuCount));
        Assert.Equal([90L, 5L], curves.Bytes);
        Assert.Equal((0L, 10L), (curves.Low[0], curves.High[0]));
    }
}
