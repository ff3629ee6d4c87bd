using ClusterSim.Core.Input;
using Xunit;

namespace ClusterSim.Tests.Workload;

/// <summary>Runs what should find mistakes in its input, and gives them as a user reads them.</summary>
internal static class ProblemsOf
{
    public static string[] All(Func<object> action) =>
        [.. Assert.Throws<InvalidInputException>(action).Problems.Select(problem => problem.ToString())];

    public static string Single(Func<object> action) => Assert.Single(All(action));
}
