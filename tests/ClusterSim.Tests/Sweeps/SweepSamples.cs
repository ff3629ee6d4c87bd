using ClusterSim.Core.Input;
using ClusterSim.Sweeps.Definition;
using ClusterSim.Sweeps.Planning;
using ClusterSim.Tests.Hosting.Configuration;

namespace ClusterSim.Tests.Sweeps;

/// <summary>Sweeps over the experiment of an <see cref="InputFolder"/>: one all-reduce over four NPUs.</summary>
internal static class SweepSamples
{
    /// <summary>Reads a sweep of which the lines after <c>base</c> are given.</summary>
    public static SweepDefinition Read(InputFolder input, string lines) =>
        SweepReader.Read(input.Write("sweep.yaml", $"base: experiment.yaml\n{lines}\n"), []);

    public static SweepPlan Plan(InputFolder input, string lines) => SweepPlan.Of(Read(input, lines));

    public static string[] Problems(InputFolder input, string lines) => input.ProblemsOf(() => Plan(input, lines));

    public static string[] LabelsOf(SweepPlan plan) => [.. Enumerable.Range(0, plan.Count).Select(point => string.Join(' ', plan.Labels(point)))];

    /// <exception cref="InvalidInputException">Points cannot be simulated.</exception>
    public static PointIds Identify(SweepPlan plan) => new PlanCheck(plan, new()).Identify(CancellationToken.None);
}
