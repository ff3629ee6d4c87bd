using ClusterSim.Testing;

namespace ClusterSim.Benchmarks;

/// <summary>Measures one load in pairs: the program, the yardstick, the program, the yardstick...</summary>
internal static class Benchmark
{
    public static BenchmarkResult Measure(Load load, string program, Yardstick? yardstick, int runs)
    {
        if (load.IsShared)
        {
            return SharedBenchmark.Measure(load, program, runs);
        }

        if (load.IsTraced)
        {
            return TraceBenchmark.Measure(load, program, runs);
        }

        using var folder = new TemporaryFolder();
        var experiment = folder.Write("experiment.yaml", load.Experiment);
        load.WriteTraces?.Invoke(folder.FullPath);
        Run(load, program, experiment);
        var ratios = new List<double>();
        var peak = 0.0;
        for (var run = 0; run < runs; run++)
        {
            var measured = Run(load, program, experiment);
            ratios.Add(measured.Wall / (yardstick?.Run() ?? TimeSpan.FromSeconds(1)));
            peak = Math.Max(peak, measured.PeakMiB);
        }

        ratios.Sort();
        return new BenchmarkResult(load, ratios, peak);
    }

    private static Measurement Run(Load load, string program, string file)
    {
        if (!load.IsSweep)
        {
            return ChildProcess.Run(program, "run", file, "--format", "json");
        }

        // Into a new folder, since what is finished is not run again.
        using var results = new TemporaryFolder();
        return ChildProcess.Run(program, "sweep", file, "-o", results.FullPath);
    }
}
