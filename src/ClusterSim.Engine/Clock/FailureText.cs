using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Events;
using ClusterSim.Engine.Partitions;
using ClusterSim.Engine.Recording;

namespace ClusterSim.Engine.Clock;

/// <summary>Words for a failed actor.</summary>
internal static class FailureText
{
    public static ActorFailedException Of(PartitionFailure failure, SimulationPlan plan, LastMessages last)
    {
        var actor = plan.Actors[failure.Handled.Target].Name;
        var time = new SimTime(failure.Handled.Time);
        return new(
            $"{actor} failed at {time} while it handled {failure.Handled.Message.Kind}: {failure.Cause.Message}",
            failure.Cause,
            LastMessage.Of(in failure.Handled),
            Concerned(failure, plan),
            last);
    }

    /// <summary>The actor that failed, the sender of what it handled, and the NPUs at both ends of that.</summary>
    public static IReadOnlyList<ActorId> Concerned(PartitionFailure failure, SimulationPlan plan)
    {
        ref readonly var message = ref failure.Handled.Message;
        int[] ends = message.Kind == MessageKind.Chunk ? [message.Source, message.Destination] : [];
        return
        [
            .. new[] { failure.Handled.Target, MessageId.Sender(failure.Handled.Id) }
                .Concat(ends.Where(npu => npu >= 0 && npu < plan.NpuCount))
                .Distinct()
                .Select(actor => new ActorId(actor)),
        ];
    }
}
