using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration;
using ClusterSim.Hosting.Configuration.Building;
using ClusterSim.Hosting.Configuration.Validation;
using ClusterSim.Sweeps.Definition;
using ClusterSim.Sweeps.Planning;

namespace ClusterSim.Sweeps;

/// <summary>Many configurations of an experiment, read from a file and planned: which points there are.</summary>
public sealed class Sweep
{
    private Sweep(SweepDefinition definition)
    {
        Plan = SweepPlan.Of(definition);
    }

    /// <summary>What the sweep is called.</summary>
    public string Name => Plan.Definition.Name;

    /// <summary>How many points it has.</summary>
    public int Count => Plan.Count;

    /// <summary>How many combinations of its axes are excluded.</summary>
    public int Excluded => Plan.Excluded;

    /// <summary>The keys that it varies.</summary>
    public IReadOnlyList<string> Keys => [.. Plan.Definition.Keys.Select(key => key.Key)];

    /// <summary>What a user should know of it.</summary>
    public IReadOnlyList<string> Notes => Plan.Definition.Notes;

    internal SweepPlan Plan { get; }

    internal TraceCache Traces { get; } = new();

    /// <summary>Reads a sweep's file, with keys of its experiment set.</summary>
    /// <exception cref="InvalidInputException">Something is wrong with it; carries every mistake.</exception>
    public static Sweep Read(string path, IEnumerable<Override> overrides) => new(SweepReader.Read(path, overrides));

    /// <summary>Whether a file looks like a sweep, right or not, more than like anything else that is known here.</summary>
    public static bool IsSweep(string path) => InputRecognition.IsMoreLike(SweepSettings.Section, path);

    /// <summary>Looks at each point, in order: whether it can be simulated, and what that takes.</summary>
    public IEnumerable<PlannedPoint> Estimate(CancellationToken cancellation) => new PlanCheck(Plan, Traces).Estimate(cancellation);

    /// <summary>Looks at all points: what they take together.</summary>
    /// <exception cref="InvalidInputException">Some cannot be simulated; carries the reasons.</exception>
    public PlanTotals Total(CancellationToken cancellation) => new PlanCheck(Plan, Traces).Total(cancellation);
}
