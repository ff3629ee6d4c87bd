using ClusterSim.Hosting.Configuration.Documents;

namespace ClusterSim.Sweeps.Definition;

/// <summary>A value that a key takes.</summary>
/// <param name="Node">The value, with the files that it names inline.</param>
/// <param name="Label">What tables call it.</param>
/// <param name="Assignment">The key and the value as lines of YAML.</param>
internal sealed record AxisValue(ConfigNode Node, string Label, string Assignment);
