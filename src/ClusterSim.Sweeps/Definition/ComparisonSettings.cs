using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Sweeps.Definition;

/// <summary>The keys of a comparison: <c>{ above: 8 }</c>. Several must all hold.</summary>
internal static class ComparisonSettings
{
    public static readonly Setting<Quantity> Above = new("above", QuantityKind.Instance, "Holds for values greater than this.");

    public static readonly Setting<Quantity> Below = new("below", QuantityKind.Instance, "Holds for values less than this.");

    public static readonly Setting<Quantity> AtLeast = new("at-least", QuantityKind.Instance, "Holds for this value and greater ones.");

    public static readonly Setting<Quantity> AtMost = new("at-most", QuantityKind.Instance, "Holds for this value and lesser ones.");

    public static readonly Section Section = new("a comparison", "Bounds of a value; several must all hold.", [Above, Below, AtLeast, AtMost]);
}
