using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Sweeps.Definition;

/// <summary>What an exclusion asks of one axis: a certain value, or one within bounds.</summary>
internal sealed class Condition
{
    private readonly ConfigNode? equal;
    private readonly SectionValues? bounds;

    private Condition(ConfigNode? equal, SectionValues? bounds)
    {
        this.equal = equal;
        this.bounds = bounds;
    }

    /// <summary>Holds for values that mean the same, however they are written: 8 and [8], 1MiB and 1024KiB.</summary>
    public static Condition EqualTo(ConfigNode value) => new(value, bounds: null);

    public static Condition Within(SectionValues bounds) => new(equal: null, bounds);

    public bool Holds(ConfigNode value)
    {
        if (equal is not null)
        {
            return IsSame(value, equal);
        }

        return Quantity.Of(value) is { Value: var number }
            && (!bounds!.TryGet(ComparisonSettings.Above, out var above) || number > above.Value)
            && (!bounds.TryGet(ComparisonSettings.Below, out var below) || number < below.Value)
            && (!bounds.TryGet(ComparisonSettings.AtLeast, out var least) || number >= least.Value)
            && (!bounds.TryGet(ComparisonSettings.AtMost, out var most) || number <= most.Value);
    }

    /// <summary>Whether two values mean the same.</summary>
    public static bool IsSame(ConfigNode one, ConfigNode other) =>
        Quantity.Of(one) is { } number && Quantity.Of(other) is { } second ? number.Value == second.Value : Label.Of(one) == Label.Of(other);
}
