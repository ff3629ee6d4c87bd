using ClusterSim.Benchmarks;

if (args.Contains("--help", StringComparer.Ordinal))
{
    Console.WriteLine("Measures the published program against the yardstick: [--runs N] [LOAD ...]");
    Console.WriteLine($"Loads: {string.Join(", ", Loads.All.Select(load => load.Name))}; all by default.");
    return 0;
}

var (runs, names) = BenchmarkArguments.Parse(args);
var unknown = names.Where(name => Loads.All.All(load => load.Name != name)).ToArray();
if (unknown.Length > 0)
{
    Console.Error.WriteLine($"No load is called {string.Join(", ", unknown)}. Allowed: {string.Join(", ", Loads.All.Select(load => load.Name))}.");
    return 2;
}

var program = PublishedProgram.Publish();
var yardstick = Yardstick.Build();
Report.WriteHeader(yardstick);
foreach (var load in Loads.All.Where(load => names.Count == 0 || names.Contains(load.Name)))
{
    Report.Write(Benchmark.Measure(load, program, yardstick, runs));
}

return 0;
