using System.Globalization;

namespace ClusterSim.Benchmarks;

/// <summary>Writes results as a table in Markdown, a row as soon as it is known.</summary>
internal static class Report
{
    public static void WriteHeader(Yardstick? yardstick)
    {
        var unit = yardstick is null ? "seconds (no g++ for the yardstick)" : "yardsticks";
        Console.WriteLine($"| load | {unit}: median (min-max) | limit | peak MiB | limit | times the reference |");
        Console.WriteLine("|---|---|---|---|---|---|");
    }

    public static void Write(BenchmarkResult result)
    {
        var load = result.Load;
        var faster = load.ReferenceYardsticks / result.Median;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {load.Name} | {Unit(load)}{result.Median:0.00} ({result.Ratios[0]:0.00}-{result.Ratios[^1]:0.00}) | {load.Limit?.ToString(CultureInfo.InvariantCulture) ?? "-"} | {result.PeakMiB:0} | {load.LimitMiB?.ToString(CultureInfo.InvariantCulture) ?? "-"} | {(faster is { } times ? times.ToString("0.0", CultureInfo.InvariantCulture) : "-")} |"));
    }

    private static string Unit(Load load) => load.IsShared ? "times one process: " : load.IsTraced ? "times without a trace: " : "";
}
