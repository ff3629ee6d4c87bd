using ClusterSim.Core;
using ClusterSim.Engine.Partitions;

namespace ClusterSim.Engine.Clock;

/// <summary>Words for a failed actor.</summary>
internal static class FailureText
{
    public static SimulationFailedException Of(PartitionFailure failure) =>
        new($"{failure.Actor} failed at {failure.Key.Time} while it handled {failure.Message}: {failure.Cause.Message}", failure.Cause);
}
