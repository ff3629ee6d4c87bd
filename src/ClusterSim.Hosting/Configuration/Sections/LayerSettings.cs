using ClusterSim.Hosting.Configuration.Kinds;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Sections;

/// <summary>The keys of each entry of a layer table.</summary>
internal static class LayerSettings
{
    public const string SchemaFile = "layers.json";

    public static readonly Setting<string> Name = new("name", TextKind.Instance, "What the layer is called.") { IsRequired = true };

    public static readonly Setting<long> Forward = new(
        "forward_us", Duration, "Compute of the forward pass in us.")
    { IsRequired = true };

    public static readonly Setting<long> InputGradient = new(
        "input_gradient_us", Duration, "Compute of the gradient of the layer's input in us.")
    { IsRequired = true };

    public static readonly Setting<long> WeightGradient = new(
        "weight_gradient_us", Duration, "Compute of the gradient of the layer's weights in us.")
    { IsRequired = true };

    public static readonly Setting<long> AllReduce = new(
        "all_reduce", new SizeKind(0), "Size of the all-reduce of the weights' gradient; 0: none.")
    { IsRequired = true };

    public static readonly Section Section = new(
        "a layer",
        "One layer of a data-parallel training step.",
        [Name, Forward, InputGradient, WeightGradient, AllReduce]);

    /// <summary>A layer table.</summary>
    public static readonly ListKind<SectionValues> TableKind = new(new SectionKind(Section));

    private static WholeNumberKind Duration => new(0, TimeLimits.MostUs, "us");
}
