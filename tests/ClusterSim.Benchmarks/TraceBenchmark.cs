using ClusterSim.Testing;

namespace ClusterSim.Benchmarks;

/// <summary>Measures a run with a full trace in pairs with the same run without, from start to exit.</summary>
internal static class TraceBenchmark
{
    public static BenchmarkResult Measure(Load load, string program, int runs)
    {
        using var folder = new TemporaryFolder();
        string[] plain = ["run", folder.Write("experiment.yaml", load.Experiment), "--format", "json"];
        string[] traced = [.. plain, "--trace", folder.PathOf("trace")];
        ChildProcess.Run(program, traced);
        var ratios = new List<double>();
        var peak = 0.0;
        for (var run = 0; run < runs; run++)
        {
            var without = ChildProcess.Run(program, plain);
            var with = ChildProcess.Run(program, traced);
            ratios.Add(with.Wall / without.Wall);
            peak = Math.Max(peak, with.PeakMiB);
        }

        ratios.Sort();
        return new BenchmarkResult(load, ratios, peak);
    }
}
