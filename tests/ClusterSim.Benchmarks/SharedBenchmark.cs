using System.Text.Json;
using ClusterSim.Testing;

namespace ClusterSim.Benchmarks;

/// <summary>
/// Measures work over two processes in pairs with the same in one process. Of one simulation, in two partitions, counts what the program
/// itself says that it took, without starting and joining; of a sweep, that runs two points at once, all from start to exit.
/// </summary>
internal static class SharedBenchmark
{
    public static BenchmarkResult Measure(Load load, string program, int runs)
    {
        using var folder = new TemporaryFolder();
        var experiment = folder.Write("experiment.yaml", load.Experiment);
        using var nodes = BenchmarkNodes.Start(program, folder);
        Seconds(load, program, experiment, nodes);
        var ratios = new List<double>();
        for (var run = 0; run < runs; run++)
        {
            var alone = Seconds(load, program, experiment, nodes: null);
            ratios.Add(Seconds(load, program, experiment, nodes) / alone);
        }

        ratios.Sort();
        return new BenchmarkResult(load, ratios, nodes.PeakMiB);
    }

    private static double Seconds(Load load, string program, string experiment, BenchmarkNodes? nodes)
    {
        string[] where = nodes is null ? [] : ["--cluster", nodes.Address];
        if (load.IsSweep)
        {
            using var results = new TemporaryFolder();
            return ChildProcess.Run(program, ["sweep", experiment, "-o", results.FullPath, .. where]).Wall.TotalSeconds;
        }

        var run = ChildProcess.Run(program, ["run", experiment, "--format", "json", "--partitions", "2", .. where]);
        using var json = JsonDocument.Parse(run.Output);
        return json.RootElement.GetProperty("elapsed_s").GetDouble();
    }
}
