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

    /// <summary>Holds for what <see cref="IsMeant"/> finds.</summary>
    public static Condition EqualTo(ConfigNode value) => new(value, bounds: null);

    public static Condition Within(SectionValues bounds) => new(equal: null, bounds);

    public bool Holds(AxisValue value)
    {
        if (equal is not null)
        {
            return IsMeant(value, equal);
        }

        return Quantity.Of(value.Node) is { Value: var number }
            && (!bounds!.TryGet(ComparisonSettings.Above, out var above) || number > above.Value)
            && (!bounds.TryGet(ComparisonSettings.Below, out var below) || number < below.Value)
            && (!bounds.TryGet(ComparisonSettings.AtLeast, out var least) || number >= least.Value)
            && (!bounds.TryGet(ComparisonSettings.AtMost, out var most) || number <= most.Value);
    }

    /// <summary>
    /// Whether a value of an axis is meant by what stands elsewhere in the file: it is the same, however it is written (8 and [8], 1MiB and
    /// 1024KiB), or tables call it so. Of a file only the name is left.
    /// </summary>
    public static bool IsMeant(AxisValue value, ConfigNode by)
    {
        var label = Label.Of(by);
        return value.Label == label || (Quantity.Of(value.Node) is { } number && Quantity.Of(by) is { } other
            ? number.Value == other.Value
            : Label.Of(value.Node) == label);
    }
}
