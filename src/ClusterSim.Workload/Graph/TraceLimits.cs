using ClusterSim.Core.Units;

namespace ClusterSim.Workload.Graph;

/// <summary>The largest values that a trace may give: far beyond any machine, and small enough for sums and products of them.</summary>
internal static class TraceLimits
{
    /// <summary>The most bytes of a message, a collective or a tensor: 8 PiB, as in experiments and layer tables.</summary>
    public const long MostBytes = 1L << 53;

    /// <summary>The most floating-point operations of a node.</summary>
    public const long MostOperations = 1L << 60;

    /// <summary>The longest duration of a node, and of all nodes of a trace together: 146 years, half of what simulated time can hold.</summary>
    public static SimDuration Longest { get; } = new(1L << 62);

    /// <summary>The same in whole microseconds, as traces give durations.</summary>
    public static ulong LongestMicros { get; } = (ulong)Longest.Ns / 1000;
}
