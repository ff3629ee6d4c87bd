using ClusterSim.Testing;

namespace ClusterSim.AcceptanceTests.CommandLine;

/// <summary>What <c>clustersim run</c> prints, without what differs from run to run.</summary>
internal static class PrintedRun
{
    /// <summary>Names times and rates of the machine instead of giving them.</summary>
    public static string WithoutTimes(string output)
    {
        var summary = GoldenFile.Mask(output, @"in [\d.]+ s \([\d.]+ ?[kMG]? events/s", "in TIME (RATE");
        return GoldenFile.Mask(summary, @"""elapsed_s"": [\d.E+-]+", "\"elapsed_s\": TIME");
    }
}
