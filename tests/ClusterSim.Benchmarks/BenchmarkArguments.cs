using System.Globalization;

namespace ClusterSim.Benchmarks;

/// <summary>What is to be measured, and how often.</summary>
/// <param name="Runs">Counted runs of each load.</param>
/// <param name="Loads">Names of loads; none: all.</param>
internal sealed record BenchmarkArguments(int Runs, IReadOnlyList<string> Loads)
{
    private const int UsualRuns = 5;

    public static BenchmarkArguments Parse(string[] arguments)
    {
        var runs = Array.IndexOf(arguments, "--runs");
        return runs < 0
            ? new BenchmarkArguments(UsualRuns, arguments)
            : new BenchmarkArguments(
                int.Parse(arguments[runs + 1], CultureInfo.InvariantCulture),
                [.. arguments.Take(runs), .. arguments.Skip(runs + 2)]);
    }
}
