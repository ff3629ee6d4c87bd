using ClusterSim.Core.Input;
using ClusterSim.Workload;

namespace ClusterSim.Cli.Output;

/// <summary>Problems as lines, as many as a person reads.</summary>
internal static class ProblemLines
{
    private const int Most = 100;

    /// <summary>A line for each problem; where there are too many, for the first of them, and how many more there are.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<Problem> problems)
    {
        var shown = problems.Take(Most).Select(problem => Printable.Of(problem.ToString()));
        return problems.Count <= Most ? shown : shown.Append($"And {Quantity.Exact(problems.Count - Most)} more problems.");
    }
}
