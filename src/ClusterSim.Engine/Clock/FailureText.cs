using ClusterSim.Core;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Partitions;

namespace ClusterSim.Engine.Clock;

/// <summary>Words for a failed actor.</summary>
internal static class FailureText
{
    public static SimulationFailedException Of(PartitionFailure failure, SimulationPlan plan)
    {
        var actor = plan.Actors[failure.Handled.Target].Name;
        var time = new SimTime(failure.Handled.Time);
        return new($"{actor} failed at {time} while it handled {failure.Handled.Message.Kind}: {failure.Cause.Message}", failure.Cause);
    }
}
