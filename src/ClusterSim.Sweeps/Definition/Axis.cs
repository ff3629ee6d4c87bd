namespace ClusterSim.Sweeps.Definition;

/// <summary>Keys that vary together: at least one, all with equally many values.</summary>
internal sealed record Axis(IReadOnlyList<AxisKey> Keys)
{
    public int Count => Keys[0].Values.Count;
}
