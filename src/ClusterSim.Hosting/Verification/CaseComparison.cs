using System.Globalization;
using ClusterSim.Hosting.Configuration.Cases;
using ClusterSim.Hosting.Results;

namespace ClusterSim.Hosting.Verification;

/// <summary>Compares what a simulation gives with what was recorded.</summary>
public static class CaseComparison
{
    /// <summary>All figures that are not as they were recorded, by NPU, then in the order of <see cref="Figures.All"/>.</summary>
    public static IReadOnlyList<Difference> Differences(RecordedCase recorded, SimulationResult result)
    {
        var pairs = recorded.Expected.Zip(result.Npus);
        return recorded.IsOrderSensitive
            ? [.. pairs.Where(pair => !IsInRange(pair.First, pair.Second)).Select(pair => OutOfRange(pair.First, pair.Second))]
            : [.. pairs.SelectMany(pair => Differences(pair.First, pair.Second))];
    }

    private static IEnumerable<Difference> Differences(ExpectedNpu expected, NpuResult found) =>
        from figure in Figures.All
        let recorded = figure.Recorded(expected)
        let given = figure.Of(found)
        where recorded is not null && recorded != given
        select new Difference(expected.Npu, figure.Name, Text(recorded), Text(given));

    private static bool IsInRange(ExpectedNpu expected, NpuResult found) =>
        expected.FinishMin <= found.Finish && found.Finish <= expected.FinishMax;

    private static Difference OutOfRange(ExpectedNpu expected, NpuResult found)
    {
        var range = $"{Text(expected.FinishMin.Ns)} to {Text(expected.FinishMax.Ns)}";
        return new Difference(expected.Npu, Figures.Finish.Name, range, Text(found.Finish.Ns));
    }

    private static string Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "nothing";
}
