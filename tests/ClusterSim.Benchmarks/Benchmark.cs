using ClusterSim.Testing;

namespace ClusterSim.Benchmarks;

/// <summary>Measures one load in pairs: the program, the yardstick, the program, the yardstick...</summary>
internal static class Benchmark
{
    public static BenchmarkResult Measure(Load load, string program, Yardstick? yardstick, int runs)
    {
        using var folder = new TemporaryFolder();
        var experiment = folder.Write("experiment.yaml", load.Experiment);
        load.WriteTraces?.Invoke(folder.FullPath);
        Run(program, experiment);
        var ratios = new List<double>();
        var peak = 0.0;
        for (var run = 0; run < runs; run++)
        {
            var measured = Run(program, experiment);
            ratios.Add(measured.Wall / (yardstick?.Run() ?? TimeSpan.FromSeconds(1)));
            peak = Math.Max(peak, measured.PeakMiB);
        }

        ratios.Sort();
        return new BenchmarkResult(load, ratios, peak);
    }

    private static Measurement Run(string program, string experiment) => ChildProcess.Run(program, "run", experiment, "--format", "json");
}
