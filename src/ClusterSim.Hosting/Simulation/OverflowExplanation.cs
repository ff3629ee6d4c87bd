using ClusterSim.Core;
using ClusterSim.Engine;

namespace ClusterSim.Hosting.Simulation;

/// <summary>Says what a user can do about arithmetic that leaves the range of numbers.</summary>
internal static class OverflowExplanation
{
    private const string Text =
        "A time or an amount of data exceeds 2^63 - 1 (ns or bytes). Check for sizes, durations, latencies and scales that are too large, "
        + "and bandwidths and peak performance that are too small.";

    /// <summary>What is said of a failed actor, in words for users if it is an overflow.</summary>
    public static string TextOf(ActorFailedException failure) => failure.InnerException is OverflowException overflow
        ? failure.Message.Replace(overflow.Message, Text, StringComparison.Ordinal)
        : failure.Message;

    /// <summary>The failure for an overflow after the end of a simulation, where figures are added up.</summary>
    public static SimulationFailedException Explain(OverflowException overflow) => new("The figures cannot be added up. " + Text, overflow);
}
