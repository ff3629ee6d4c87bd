using ClusterSim.Hosting.Verification;

namespace ClusterSim.Sweeps.Tables;

/// <summary>A figure of an NPU as tables have it.</summary>
/// <param name="Name">With its unit.</param>
/// <param name="Figure">What a simulation calls it.</param>
/// <param name="Scale">How many of what is stored make one: figures with three decimals are stored as thousandths.</param>
public sealed record NpuColumn(string Name, Figure Figure, int Scale)
{
    /// <summary>The figure as it is stored.</summary>
    public decimal Of(long stored) => (decimal)stored / Scale;
}
