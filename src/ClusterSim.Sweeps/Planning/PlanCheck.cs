using ClusterSim.Cluster.Experiments;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Hosting.Configuration.Building;
using ClusterSim.Hosting.Estimates;

namespace ClusterSim.Sweeps.Planning;

/// <summary>Looks at points before anything runs: whether they can be simulated, and what identifies them.</summary>
internal sealed class PlanCheck(SweepPlan plan, TraceCache traces)
{
    private readonly TraceHashes contents = new();
    private readonly PluginHashes plugins = new();

    /// <summary>What points read; known once they are identified.</summary>
    public ExperimentFiles Files => new(contents.Prefixes, plugins.Files);

    /// <summary>Identifies all points.</summary>
    /// <exception cref="InvalidInputException">Some cannot be simulated; carries the reasons.</exception>
    public PointIds Identify(CancellationToken cancellation)
    {
        var ids = new PointId[plan.Count];
        var hash = new ConfigurationHash(contents, plugins);
        var invalid = new InvalidPoints(plan);
        Parallel.For(0, plan.Count, new ParallelOptions { CancellationToken = cancellation }, (point, loop) =>
        {
            var document = plan.Document(point);
            var problems = Problems(document, out _);
            if (problems.Count == 0)
            {
                ids[point] = hash.Of(document);
            }
            else if (!invalid.Add(point, problems))
            {
                loop.Stop();
            }
        });
        invalid.ThrowIfAny();
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

    /// <summary>Looks at all points, and estimates what they take together.</summary>
    /// <exception cref="InvalidInputException">Some cannot be simulated; carries the reasons.</exception>
    public PlanTotals Total(CancellationToken cancellation)
    {
        var totals = new PlanTotals();
        var invalid = new InvalidPoints(plan);
        foreach (var (point, planned) in totals.Counted(Estimate(cancellation)).Index())
        {
            if (!invalid.Add(point, planned.Problems))
            {
                break;
            }
        }

        invalid.ThrowIfAny();
        return totals;
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
}
