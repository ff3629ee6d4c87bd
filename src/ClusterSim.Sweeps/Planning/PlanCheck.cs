using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Hosting.Configuration.Building;
using ClusterSim.Hosting.Estimates;

namespace ClusterSim.Sweeps.Planning;

/// <summary>Looks at points before anything runs: whether they can be simulated, and what identifies them.</summary>
internal sealed class PlanCheck(SweepPlan plan, TraceCache traces)
{
    // More than a person mends before trying again.
    private const int MostInvalid = 100;

    private readonly ConfigurationHash hash = new(new TraceHashes());

    /// <summary>Identifies all points.</summary>
    /// <exception cref="InvalidInputException">Some cannot be simulated; carries the reasons.</exception>
    public PointIds Identify(CancellationToken cancellation)
    {
        var ids = new PointId[plan.Count];
        var invalid = new SortedDictionary<int, IReadOnlyList<Problem>>();
        Parallel.For(0, plan.Count, new ParallelOptions { CancellationToken = cancellation }, (point, loop) =>
        {
            var document = plan.Document(point);
            var problems = Problems(document, out _);
            if (problems.Count == 0)
            {
                ids[point] = hash.Of(document);
                return;
            }

            lock (invalid)
            {
                invalid.Add(point, problems);
                if (invalid.Count == MostInvalid)
                {
                    loop.Stop();
                }
            }
        });
        ThrowIfAny(invalid);
        return new(ids);
    }

    /// <summary>Looks at each point, in the order of the plan, and estimates what it takes.</summary>
    public IEnumerable<PlannedPoint> Estimate(CancellationToken cancellation)
    {
        for (var point = 0; point < plan.Count; point++)
        {
            cancellation.ThrowIfCancellationRequested();
            var problems = Problems(plan.Document(point), out var loaded);
            yield return new(plan.Labels(point), problems, loaded is null ? null : RunEstimator.Of(loaded.Experiment));
        }
    }

    private IReadOnlyList<Problem> Problems(EffectiveDocument document, out LoadedExperiment? loaded)
    {
        try
        {
            loaded = document.Load(traces);
            return [];
        }
        catch (InvalidInputException error)
        {
            loaded = null;
            return error.Problems;
        }
    }

    // A mistake in a value concerns every point that has it, and is told once; what it concerns is told behind it.
    private void ThrowIfAny(SortedDictionary<int, IReadOnlyList<Problem>> invalid)
    {
        if (invalid.Count == 0)
        {
            return;
        }

        var problems = invalid
            .SelectMany(pair => pair.Value, (pair, problem) => (Point: pair.Key, Problem: problem))
            .GroupBy(pair => pair.Problem)
            .Select(group => group.Key with { What = $"{group.Key.What} ({Points(group.Select(pair => pair.Point).ToArray())})" });
        throw new InvalidInputException([.. problems]);
    }

    private string Points(int[] points)
    {
        var first = string.Join(", ", plan.Values(points[0]).Select(value => $"{value.Key} {value.Value.Label}"));
        return points.Length == 1 ? $"point {points[0]}: {first}" : $"{points.Length} points, the first of them {points[0]}: {first}";
    }
}
